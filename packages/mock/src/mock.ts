import { faultResponse } from "./faults/fault-response.ts";
import { shiftImages } from "./faults/shift-images.ts";
import { createCatalogue } from "./images/catalogue.ts";
import type { MockImage } from "./images/mock-image.ts";
import { sampleImages } from "./images/sample-images.ts";
import { type MockOptions, optionRules } from "./mock-options.ts";
import { createResponder, type Handler, type Responder } from "./responder/responder.ts";
import { usualError } from "./service/error-response.ts";
import { createService, isListing, operationOf } from "./service/service.ts";
import { createTemporaryKeys, type IssuedKey } from "./service/temporary-keys.ts";
import { MockUsageError } from "./usage/mock-usage-error.ts";
import { checkProperties } from "./usage/property-rules.ts";

/** A product images service in memory. */
export interface Mock extends Responder {
  /** Origin of the mock, without a trailing slash; give it to a client as its endpoint, for images, IAM and STS. */
  readonly url: string;
  /** The catalogue. It is frozen; assign another array to change it. Throws a `MockUsageError` for an invalid image. */
  get images(): readonly MockImage[];
  set images(images: readonly MockImage[]);
  /**
   * Milliseconds by which the clock is ahead of `now`, negative if it is behind; at first 0. Tokens expire and signatures
   * are checked by this clock. Throws a `MockUsageError` unless it is finite.
   */
  get clockOffset(): number;
  set clockOffset(milliseconds: number);
  /** Time of the clock, in milliseconds since 1970. */
  now(): number;
  /**
   * Issues a temporary access key that the mock accepts until it expires by its clock, by default for an hour, or for
   * `temporaryKeySeconds` if that is set. Throws a `MockUsageError` for a lifetime of 0 or more than a year.
   */
  issueTemporaryKey(seconds?: number): IssuedKey;
  /**
   * Restores the initial state: the first catalogue and clock, no requests, no faults, no issued tokens or keys, nobody
   * locked.
   */
  reset(): void;
}

/** Creates a mock. Throws a `MockUsageError` for an unknown or invalid option. */
export function createMock(options: MockOptions = {}): Mock {
  checkProperties("option", options, optionRules);
  const { url = "https://workspace.mock.test", images = sampleImages, now: time = Date.now } = options;
  const first = createCatalogue(images);
  let clockOffset = 0;
  const now = () => time() + clockOffset;
  const start = () => {
    const temporaryKeys = createTemporaryKeys(options.temporaryKeySeconds);
    return {
      catalogue: first,
      temporaryKeys,
      service: createService(options, temporaryKeys),
    };
  };
  let state = start();

  function begin(): Handler {
    const current = state;
    return async (received, fault, signal) => {
      const change = fault.change ?? (fault.shift ? shiftImages(fault.shift) : undefined);
      const response =
        faultResponse(fault, (status) => usualError(operationOf(received), status)) ??
        (await current.service(received, { ...fault, catalogue: current.catalogue }));
      signal.throwIfAborted();
      const { listed } = response;
      if (change && listed) current.catalogue = createCatalogue(change(current.catalogue.images, listed));
      return response;
    };
  }

  const responder = createResponder(begin, isListing, now);
  return {
    ...responder,
    url: url.replace(/\/$/, ""),
    get images() {
      return state.catalogue.images;
    },
    set images(images) {
      state.catalogue = createCatalogue(images);
    },
    get clockOffset() {
      return clockOffset;
    },
    set clockOffset(milliseconds) {
      if (!Number.isFinite(milliseconds)) {
        throw new MockUsageError(`clockOffset must be a finite number, not ${milliseconds}.`);
      }
      clockOffset = milliseconds;
    },
    now,
    issueTemporaryKey: (seconds = 3600) => state.temporaryKeys.issue(seconds, now()),
    reset() {
      state = start();
      clockOffset = 0;
      responder.reset();
    },
  };
}
