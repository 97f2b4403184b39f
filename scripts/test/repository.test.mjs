import assert from "node:assert/strict";
import { test } from "node:test";
import { repositoryAddress } from "../release/repository.mjs";

for (const remote of [
  "https://github.com/owner/name.git",
  "https://github.com/owner/name",
  "https://github.com/owner/name/",
  "https://user:not-a-real-token@github.com/owner/name.git",
  "git@github.com:owner/name.git",
  "ssh://git@github.com:22/owner/name.git",
  "git://github.com/owner/name.git",
]) {
  test(`the remote ${remote} is https://github.com/owner/name`, () => {
    assert.equal(
      repositoryAddress({}, () => remote),
      "https://github.com/owner/name",
    );
  });
}

for (const remote of ["/srv/git/name.git", "../name", "file:///srv/git/name.git", "C:\\name"]) {
  test(`the remote "${remote}" is rejected`, () => {
    assert.throws(() => repositoryAddress({}, () => remote), /not a hosted repository/);
  });
}

test("a clone without a remote is rejected", () => {
  assert.throws(() => repositoryAddress({}, () => ""), /there is no remote "origin"/);
});

test("the variables of a workflow take precedence over the remote", () => {
  const env = { GITHUB_SERVER_URL: "https://github.example", GITHUB_REPOSITORY: "owner/fork" };
  assert.equal(
    repositoryAddress(env, () => "git@github.com:owner/name.git"),
    "https://github.example/owner/fork",
  );
});
