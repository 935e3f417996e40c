import { type ChartStatement, gainChart } from '@roundtable/contracts';
import { BarChart, CustomChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, CustomChart, GridComponent, SVGRenderer]);

/** Draws the chart as wide as there is room, and again when the room changes. */
export default function DrawnChart({ statements }: { statements: readonly ChartStatement[] }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const { fontFamily } = getComputedStyle(element);
    const chart = init(element, null, { renderer: 'svg', width: element.clientWidth, height: 0 });
    const draw = () => {
      const width = element.clientWidth;
      if (width === 0) return;
      const { height, option } = gainChart(statements, { width, fontFamily });
      chart.resize({ width, height });
      chart.setOption(option, { notMerge: true });
      element.style.height = `${height}px`;
    };
    draw();
    const room = new ResizeObserver(draw);
    room.observe(element);
    return () => {
      room.disconnect();
      chart.dispose();
    };
  }, [statements]);
  return <div ref={place} aria-hidden="true" />;
}
