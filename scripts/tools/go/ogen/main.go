package main

import (
	"context"
	"fmt"
	"log"
	"os"

	"github.com/ogen-go/ogen/ogenerrors"

	"tools/ogen/images"
)

// token sends a token, and leaves out the other credentials.
type token struct{}

func (token) XAuthToken(context.Context, images.OperationName) (images.XAuthToken, error) {
	return images.XAuthToken{APIKey: os.Getenv("TOKEN")}, nil
}

func (token) SignedRequest(context.Context, images.OperationName) (images.SignedRequest, error) {
	return images.SignedRequest{}, ogenerrors.ErrSkipClientSecurity
}

func (token) XSdkDate(context.Context, images.OperationName) (images.XSdkDate, error) {
	return images.XSdkDate{}, ogenerrors.ErrSkipClientSecurity
}

func (token) XSecurityToken(context.Context, images.OperationName) (images.XSecurityToken, error) {
	return images.XSecurityToken{}, ogenerrors.ErrSkipClientSecurity
}

func main() {
	client, err := images.NewClient(os.Getenv("WORKSPACE_ENDPOINT"), token{})
	if err != nil {
		log.Fatal(err)
	}
	params := images.ListImagesParams{ProjectID: os.Getenv("PROJECT_ID"), OsType: images.NewOptString("Windows")}
	response, err := client.ListImages(context.Background(), params)
	if err != nil {
		log.Fatal(err)
	}
	page, ok := response.(*images.ImagePageHeaders)
	if !ok {
		log.Fatalf("%T", response)
	}
	for _, image := range page.Response.Images {
		fmt.Println(image.ID)
	}
}
