import { CHART_LETTERS, type ChartRoom } from '@roundtable/contracts';
import { BarChart, CustomChart } from 'echarts/charts';
import { GridComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';

use([BarChart, CustomChart, GridComponent, SVGRenderer]);

/** What a chart draws in the room that there is, and how high it comes out. */
export type Drawing = (room: ChartRoom) => { height: number; option: Record<string, unknown> };

/** Draws the chart as wide as there is room, and again when the room changes. */
export default function DrawnChart({ drawing }: { drawing: Drawing }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const { fontFamily } = getComputedStyle(element);
    const widthOf = ruler(fontFamily);
    const chart = init(element, null, { renderer: 'svg', width: element.clientWidth, height: 0 });
    const draw = () => {
      const width = element.clientWidth;
      if (width === 0) return;
      const { height, option } = drawing({ width, fontFamily, widthOf });
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
  }, [drawing]);
  return <div ref={place} aria-hidden="true" />;
}

/** How wide words come out in the letters of a chart. */
function ruler(fontFamily: string): (words: string) => number {
  const context = document.createElement('canvas').getContext('2d');
  if (context) context.font = `bold ${CHART_LETTERS}px ${fontFamily}`;
  return (words) => context?.measureText(words).width ?? words.length * CHART_LETTERS;
}
