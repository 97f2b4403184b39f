import {
  createImagesClient,
  type ImageInfo,
  type ImagesQuery,
  isWorkspaceImagesError,
  tokenAuth,
} from "@workspace-images/client";
import { createMock, type Fault } from "@workspace-images/mock";

const faults: readonly { readonly label: string; readonly fault?: Fault }[] = [
  { label: "is good" },
  { label: "is 429 with Retry-After: 1", fault: { status: 429, retryAfter: 1 } },
  { label: "is 503", fault: { status: 503 } },
  { label: "never comes: connection lost", fault: { reset: true } },
  { label: "breaks off in the middle", fault: { truncate: true } },
  { label: "is a page of HTML", fault: { html: true } },
  { label: "redirects to another host", fault: { redirect: "https://other.test/" } },
  { label: "says that the token has expired", fault: { expireToken: true } },
  { label: "has a total_count of 1", fault: { totalCount: 1 } },
  { label: "and the two after it are 503", fault: { status: 503, times: 3 } },
];
const COLUMNS = ["name", "os_type", "os_version", "image_type", "architecture", "id"] as const;
const FILTERS = ["os_type", "image_type", "architecture", "sort_field", "sort_type"] as const;

const element = (id: string) => document.getElementById(id) as HTMLElement;

function queryOf(form: FormData): ImagesQuery {
  const filters = FILTERS.map((name) => [name, form.get(name)] as const).filter(([, value]) => value);
  const paging = { limit: Number(form.get("limit")), offset: Number(form.get("offset")) };
  return { ...Object.fromEntries(filters), ...paging };
}

function codeOf(call: string, query: ImagesQuery): string {
  const fields = Object.entries(query)
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`)
    .join(", ");
  return call === "items"
    ? `for await (const image of images.items({ ${fields} })) {\n  console.log(image.id, image.name);\n}`
    : `const page = await images.list({ ${fields} });`;
}

function addRow(table: HTMLElement, cells: readonly string[], tag: "td" | "th"): void {
  const row = document.createElement("tr");
  for (const text of cells) {
    const cell = document.createElement(tag);
    if (tag === "th") cell.setAttribute("scope", "col");
    cell.textContent = text;
    row.append(cell);
  }
  table.append(row);
}

function addEvent(text: string): void {
  const item = document.createElement("li");
  item.textContent = text;
  element("events").append(item);
}

async function run(form: FormData): Promise<void> {
  const call = String(form.get("call"));
  const query = queryOf(form);
  const mock = createMock();
  const { fault } = faults[Number(form.get("fault"))] ?? {};
  if (fault) mock.inject(fault);
  let answer = "";
  const images = createImagesClient({
    endpoint: mock.url,
    projectId: "29dfe82ada564ac2b927e1ff036d9a9b",
    auth: tokenAuth(() => `not-a-real-token-${mock.requests.length}`),
    async fetch(input, init) {
      const response = await mock.fetch(input, init);
      answer = await response
        .clone()
        .text()
        .catch(() => "The body breaks off.");
      return response;
    },
    onEvent(event) {
      if (event.type === "attempt") addEvent(`attempt ${event.attempt}: ${event.method} ${event.url}`);
      if (event.type === "answer") addEvent(`answer: ${event.status ?? "none"} ${event.error ?? ""}`);
      if (event.type === "retry") addEvent(`wait ${Math.round(event.delay)} ms, then try again`);
    },
  });
  element("code").textContent = codeOf(call, query);
  element("events").replaceChildren();
  element("images").replaceChildren();
  element("outcome").textContent = "Waiting…";
  element("result").hidden = false;
  try {
    const found: ImageInfo[] = [];
    let count = "";
    if (call === "items") {
      for await (const image of images.items(query)) found.push(image);
    } else {
      const page = await images.list(query);
      found.push(...page.images);
      count = `, total_count ${page.total_count}`;
    }
    element("outcome").textContent = `${found.length} images${count}`;
    if (found.length) addRow(element("images"), COLUMNS, "th");
    for (const image of found) {
      const cells = COLUMNS.map((name) => image[name] ?? "");
      addRow(element("images"), cells, "td");
    }
  } catch (error) {
    element("outcome").textContent = isWorkspaceImagesError(error)
      ? `${error.name}: ${error.message}`
      : String(error);
  }
  element("answer").textContent = answer.startsWith("{") ? pretty(answer) : answer || "none";
}

function pretty(json: string): string {
  try {
    return JSON.stringify(JSON.parse(json), undefined, 2);
  } catch {
    return json;
  }
}

/** Fills the form of the page and answers it with the client and the mock, both in the browser. */
export function startTryIt(): void {
  const form = element("try") as HTMLFormElement;
  const select = form.elements.namedItem("fault") as HTMLSelectElement;
  select.append(...faults.map(({ label }, index) => new Option(label, String(index))));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void run(new FormData(form));
  });
}
