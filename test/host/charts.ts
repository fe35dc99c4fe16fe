// The double's charts: looks are only recorded, as other looks are; names and the ranges of series are kept, too.
import type { Grid, GridChart, GridSeries } from "./grid";
import { itemNotFound, type HostObject } from "./objects";
import { nameOf, recorded } from "./recorded";

const seriesOf = (grid: Grid, at: string, series: GridSeries, index: number): HostObject => {
  const { scalars, ...rest } = recorded(grid, at, {
    scalars: ["ChartType", "MarkerStyle", "GapWidth"],
    calls: ["Delete"],
    objects: {
      Format: recorded(grid, `${at}.Format`, {
        objects: {
          Line: recorded(grid, `${at}.Format.Line`, { scalars: ["Color"] }),
          Fill: recorded(grid, `${at}.Format.Fill`, { calls: ["SetSolidColor", "Clear"] }),
        },
      }),
    },
    methods: {
      SetValues: (range) => {
        series.values = nameOf(range);
        grid.record.push(`${at}.SetValues(${series.values})`);
        return null;
      },
      SetXAxisValues: (range) => {
        series.dates = nameOf(range);
        grid.record.push(`${at}.SetXAxisValues(${series.dates})`);
        return null;
      },
      GetDimensionDataSourceString: (dimension) => (dimension === "Values" ? series.values : series.dates),
    },
  });
  return { ...rest, identity: { Id: String(index) }, scalars: { ...scalars, Name: { get: () => series.name } } };
};

const axisOf = (grid: Grid, at: string): HostObject => recorded(grid, at, { scalars: ["NumberFormat"] });

const chartOf = (grid: Grid, chart: GridChart): HostObject => {
  const at = `${chart.sheet} Chart`;
  const one = (series: GridSeries, index: number) => seriesOf(grid, `${at}.Series ${series.name}`, series, index);
  const { scalars, ...rest } = recorded(grid, at, {
    calls: ["SetPosition"],
    objects: {
      Title: recorded(grid, `${at}.Title`, { scalars: ["Text"] }),
      Legend: recorded(grid, `${at}.Legend`, { scalars: ["Position", "Visible"] }),
      Axes: recorded(grid, `${at}.Axes`, {
        objects: {
          ValueAxis: axisOf(grid, `${at}.ValueAxis`),
          CategoryAxis: axisOf(grid, `${at}.CategoryAxis`),
        },
      }),
      Series: {
        ...recorded(grid, `${at}.Series`, {
          methods: {
            Add: (name) => {
              const added = { name: String(name), values: "", dates: "" };
              grid.record.push(`${at}.Series.Add(${added.name})`);
              return one(added, chart.series.push(added) - 1);
            },
          },
        }),
        items: () => chart.series.map(one),
        item: (index) => {
          const found = chart.series[Number(index)];
          if (!found) throw itemNotFound();
          return one(found, Number(index));
        },
      },
    },
  });
  return {
    ...rest,
    identity: { Id: String(grid.charts.indexOf(chart)) },
    scalars: {
      ...scalars,
      Name: {
        get: () => chart.name,
        set: (name) => {
          chart.name = String(name);
        },
      },
    },
  };
};

export const chartsOf = (grid: Grid, sheet: string): HostObject => {
  const item = (id: unknown): HostObject => {
    const found = grid.charts[Number(id)];
    if (!found) throw itemNotFound();
    return chartOf(grid, found);
  };
  return {
    ...recorded(grid, `${sheet} Charts`, {
      methods: {
        Add: (type, range) => {
          grid.record.push(`${sheet} Charts.Add(${String(type)}, ${nameOf(range)})`);
          const added = { sheet, name: "Chart", series: [] };
          grid.charts.push(added);
          return chartOf(grid, added);
        },
        GetItem: item,
      },
    }),
    items: () => grid.charts.filter((chart) => chart.sheet === sheet).map((chart) => chartOf(grid, chart)),
    item,
  };
};
