import { type ChartRoom, type ChartStatement, gainChart } from '@roundtable/contracts';
import { BarChart, CustomChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';

use([BarChart, CustomChart, GridComponent, SVGRenderer]);

export interface DrawnChart {
  width: number;
  height: number;
  svg: string;
}

/** The chart as SVG, drawn without a browser. */
export function drawnSvg(statements: readonly ChartStatement[], room: ChartRoom): DrawnChart {
  const { height, option } = gainChart(statements, room);
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: room.width, height });
  try {
    chart.setOption(option);
    return { width: room.width, height, svg: chart.renderToSVGString() };
  } finally {
    chart.dispose();
  }
}
