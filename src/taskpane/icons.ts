// The drawings on the tabs: one stroke, 20 x 20, legible beside a 12 px word.
import { icon } from "./dom";

/** A stack of records. */
export const dataIcon = (): SVGElement =>
  icon(
    "M4 5.5c0-1.4 2.7-2.5 6-2.5s6 1.1 6 2.5S13.3 8 10 8 4 6.9 4 5.5Z",
    "M4 5.5v9c0 1.4 2.7 2.5 6 2.5s6-1.1 6-2.5v-9",
    "M4 10c0 1.4 2.7 2.5 6 2.5s6-1.1 6-2.5",
  );

/** The fx of a formula bar. */
export const functionsIcon = (): SVGElement =>
  icon("M9.5 3.5c-2-.6-3 .4-3.3 2.5L4.7 14.5c-.3 1.7-1 2.3-2.2 2", "M3.7 8.5h5", "M10.5 9.5l6 7", "M16.5 9.5l-6 7");

/** A magnifying glass over a cell. */
export const explainIcon = (): SVGElement =>
  icon("M8.5 3a5.5 5.5 0 1 0 0 11 5.5 5.5 0 0 0 0-11Z", "M12.5 12.5 17 17", "M6 8.5h5");

/** A sheet with rising bars. */
export const modelsIcon = (): SVGElement =>
  icon("M3.5 3.5h13v13h-13Z", "M6.8 13.5v-2.2", "M10 13.5V9", "M13.2 13.5V6.3");

/** An i in a ring. */
export const aboutIcon = (): SVGElement =>
  icon("M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15Z", "M10 9v5", "M10 6.2v.2");
