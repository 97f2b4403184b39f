package images

import (
	"bufio"
	"encoding/json"
	"log"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// mockURL is the address of the server at MOCK_URL, or of our own.
var mockURL = os.Getenv("MOCK_URL")

// TestMain starts the mock server once for the run.
func TestMain(m *testing.M) {
	stop := func() {}
	if mockURL == "" {
		stop = startMockServer()
	}
	status := m.Run()
	stop()
	os.Exit(status)
}

func startMockServer() (stop func()) {
	server := exec.Command("npx", "--yes", "@workspace-images/mock-server",
		"--port", "0", "--quiet", "--stop-with-stdin",
		"--region", "cn-north-4", "--access-key", "AK:not-a-real-secret",
		"--access-key", "TEMPORARY:not-a-real-secret:not-a-real-token")
	server.Stderr = os.Stderr
	stdin, _ := server.StdinPipe()
	stdout, _ := server.StdoutPipe()
	if err := server.Start(); err != nil {
		log.Fatal(err)
	}
	line, err := bufio.NewReader(stdout).ReadString('\n')
	if err != nil {
		log.Fatal("the mock server did not start")
	}
	mockURL = strings.TrimSpace(strings.TrimPrefix(line, "Listening on "))
	return func() {
		stdin.Close() // stops the server
		server.Wait()
	}
}

// control sends a control request, and decodes the response into result.
func control(t *testing.T, method, path, body string, result any) {
	t.Helper()
	request, _ := http.NewRequest(method, mockURL+"/_mock/"+path,
		strings.NewReader(body))
	request.Header.Set("Content-Type", "application/json")
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	if response.StatusCode >= 400 {
		t.Fatalf("%s /_mock/%s: %s", method, path, response.Status)
	}
	if result != nil {
		json.NewDecoder(response.Body).Decode(result)
	}
}

// resetMock restores the initial state; each test begins with it.
func resetMock(t *testing.T) {
	t.Helper()
	control(t, "POST", "reset", "", nil)
}

func inject(t *testing.T, fault string) {
	t.Helper()
	control(t, "POST", "faults", fault, nil)
}

type recordedRequest struct {
	Path  string
	Query map[string]string
}

func requests(t *testing.T) []recordedRequest {
	t.Helper()
	var list struct{ Requests []recordedRequest }
	control(t, "GET", "requests", "", &list)
	return list.Requests
}
