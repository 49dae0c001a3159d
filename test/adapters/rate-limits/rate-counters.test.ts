import { createMemoryCounters } from "../../../src/adapters/rate-limits/create-memory-counters.js";
import { describeRateCounters } from "./rate-counters-contract.js";

describeRateCounters("memory", createMemoryCounters);
