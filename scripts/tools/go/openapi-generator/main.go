package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"tools/openapi-generator/images"
)

func main() {
	configuration := images.NewConfiguration()
	configuration.Servers = images.ServerConfigurations{{URL: os.Getenv("WORKSPACE_ENDPOINT")}}
	token := map[string]images.APIKey{"XAuthToken": {Key: os.Getenv("TOKEN")}}
	ctx := context.WithValue(context.Background(), images.ContextAPIKeys, token)
	request := images.NewAPIClient(configuration).ImagesAPI.ListImages(ctx, os.Getenv("PROJECT_ID"))
	page, _, err := request.OsType("Windows").Execute()
	if err != nil {
		log.Fatal(err)
	}
	for _, image := range page.Images {
		fmt.Println(image.Id)
	}
}
