package main

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"os"

	"tools/oapi-codegen/images"
)

func main() {
	token := func(_ context.Context, request *http.Request) error {
		request.Header.Set("X-Auth-Token", os.Getenv("TOKEN"))
		return nil
	}
	client, err := images.NewClientWithResponses(os.Getenv("WORKSPACE_ENDPOINT"),
		images.WithRequestEditorFn(token))
	if err != nil {
		log.Fatal(err)
	}
	windows := "Windows"
	params := images.ListImagesParams{OsType: &windows}
	response, err := client.ListImagesWithResponse(context.Background(), os.Getenv("PROJECT_ID"), &params)
	if err != nil {
		log.Fatal(err)
	}
	if response.JSON200 == nil {
		log.Fatal(response.Status())
	}
	for _, image := range response.JSON200.Images {
		fmt.Println(image.Id)
	}
}
