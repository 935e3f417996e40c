import { useQuery } from '@tanstack/react-query';
import { api } from './request';

export interface DemonstrationView {
  present: boolean;
  /** Absent where no demonstration data is. */
  now?: string;
  offsetMs?: number;
}

/** Whether invented data is loaded, and where the service's clock stands. */
export function useDemonstration() {
  return useQuery({
    queryKey: ['demonstration'],
    queryFn: () => api.get<DemonstrationView>('/demonstration'),
    staleTime: 60_000,
    retry: false,
  });
}

/** The service's present moment: a demonstration may have moved its clock. Undefined until that is known. */
export function useNow(): Date | undefined {
  const { data, isPending, dataUpdatedAt } = useDemonstration();
  if (isPending) return undefined;
  return data?.now ? new Date(data.now) : new Date(dataUpdatedAt || Date.now());
}
