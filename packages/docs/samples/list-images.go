package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/url"
	"os"
	"time"
)

const limit = 100

type page struct {
	Images []struct {
		ID   string `json:"id"`
		Name string `json:"name"`
	} `json:"images"`
}

// The token must not travel to another host, so redirects are not followed.
var client = http.Client{
	Timeout:       30 * time.Second,
	CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
}

func list(offset int) (page, error) {
	var result page
	query := url.Values{"os_type": {"Windows"}, "image_type": {"gold"}}
	query.Set("limit", fmt.Sprint(limit))
	query.Set("offset", fmt.Sprint(offset))
	address := os.Getenv("WORKSPACE_ENDPOINT") + "/v2/" + os.Getenv("PROJECT_ID") + "/images?" + query.Encode()
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
	if response.StatusCode != http.StatusOK {
		return result, fmt.Errorf("the service answers %s", response.Status)
	}
	return result, json.NewDecoder(response.Body).Decode(&result)
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
		if len(page.Images) < limit {
			return
		}
		offset += len(page.Images)
	}
}
