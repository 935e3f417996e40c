import { Box } from '@mui/material';
import type { SectorView } from '@roundtable/contracts';
import { useEffect, useRef } from 'react';
import { api } from '../api/request';
import { useAction } from '../api/use-action';
import { SmallButton } from '../look/small-button';

interface MoveSectorProps {
  sector: SectorView;
  /** All that stand on its level, in their order. */
  siblings: readonly SectorView[];
}

/** Moves a sector one turn up or down among those beside it; the button that was pressed keeps the focus. */
export function MoveSector({ sector, siblings }: MoveSectorProps) {
  const turn = siblings.findIndex(({ id }) => id === sector.id);
  const move = useAction((ids: string[]) => api.put<SectorView[]>('/sectors/order', { ids }), {
    done: (tree) => `${sector.name} stands ${placeOf(sector, tree)} now.`,
  });
  const pressed = useRef<1 | -1 | null>(null);
  const place = useRef<HTMLElement>(null);
  // A row that changes its place in the page loses the keyboard's focus.
  useEffect(() => {
    if (pressed.current !== null) place.current?.querySelectorAll('button')[pressed.current === 1 ? 1 : 0]?.focus();
    pressed.current = null;
  }, [turn]);
  const by = (steps: 1 | -1) => () => {
    const ids = siblings.map(({ id }) => id).filter((id) => id !== sector.id);
    const to = turn + steps;
    if (to < 0 || to > ids.length || move.isPending) return;
    ids.splice(to, 0, sector.id);
    pressed.current = steps;
    move.mutate(ids);
  };
  return (
    <Box component="span" ref={place}>
      <SmallButton verb="Up" what={`with ${sector.name}`} onClick={by(-1)} isOff={turn === 0} />
      <SmallButton verb="Down" what={`with ${sector.name}`} onClick={by(1)} isOff={turn === siblings.length - 1} />
    </Box>
  );
}

/** Such as 'number 2 of 5'. */
function placeOf({ id, parentId }: SectorView, tree: readonly SectorView[]): string {
  const level = tree.filter((one) => one.parentId === parentId);
  return `number ${level.findIndex((one) => one.id === id) + 1} of ${level.length}`;
}
