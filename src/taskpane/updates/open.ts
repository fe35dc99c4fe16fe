// Newer data for this page: what the browser kept is put where the cells read it, at once.
import about from "../../../package.json";
import { bundledRecord, replaceRecord } from "../../functions";
import { browserEnvironment } from "../../refresh/environment";
import { bundledKey } from "../../refresh/fetch/key";
import { Refresh } from "../../refresh/refresh";

/** `partition`: Office's key for storage that its pages share; undefined outside of Office. */
export const openRefresh = (partition: string | undefined): Refresh =>
  new Refresh({
    environment: browserEnvironment(partition),
    bundled: bundledRecord(),
    addin: about.version,
    key: bundledKey(),
    show: (record) => {
      replaceRecord(record, record.layer);
    },
  });
