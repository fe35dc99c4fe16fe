// The command behind npm run data:coverage.
import { MinerRecord } from "../../data/record";
import { buildRecord } from "../bundle/record";
import { coverageText } from "./print";
import { writeReadme } from "./readme";

const record = MinerRecord.unpack(buildRecord().packed);
console.log(coverageText(record));
if (writeReadme(record)) console.log("\nREADME.md has the new numbers.");
