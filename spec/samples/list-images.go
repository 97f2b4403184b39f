package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strconv"
	"time"
)

const limit = 100

type page struct {
	Images []struct {
		ID   string `json:"id"`
		Name string `json:"name"`
	} `json:"images"`
}

var client = http.Client{
	Timeout: 30 * time.Second,
	CheckRedirect: func(*http.Request, []*http.Request) error {
		return http.ErrUseLastResponse // The token must not go to another host.
	},
}

func list(offset int) (page, error) {
	var result page
	address, err := url.JoinPath(
		os.Getenv("WORKSPACE_ENDPOINT"), "v2", os.Getenv("PROJECT_ID"), "images",
	)
	if err != nil {
		return result, err
	}
	query := url.Values{
		"os_type":    {"Windows"},
		"image_type": {"gold"},
		"limit":      {strconv.Itoa(limit)},
		"offset":     {strconv.Itoa(offset)},
	}
	address += "?" + query.Encode()
	request, err := http.NewRequest(http.MethodGet, address, nil)
	if err != nil {
		return result, err
	}
	request.Header.Set("X-Auth-Token", os.Getenv("TOKEN"))
	request.Header.Set("Content-Type", "application/json")
	response, err := client.Do(request)
	if err != nil {
		return result, err
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		return result, err
	}
	if response.StatusCode != http.StatusOK {
		return result, fmt.Errorf("%d: %s", response.StatusCode, body)
	}
	return result, json.Unmarshal(body, &result)
}

func main() {
	for offset := 0; ; {
		page, err := list(offset)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			os.Exit(1)
		}
		for _, image := range page.Images {
			fmt.Println(image.ID, image.Name)
		}
		offset += len(page.Images)
		if len(page.Images) < limit {
			return
		}
	}
}
