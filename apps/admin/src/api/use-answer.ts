import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useLogoutIfAccessDenied } from 'react-admin';
import { api } from './request';

/** What the API answers to a path that is no list; whoever was signed out meanwhile is brought to the sign-in page. */
export function useAnswer<Answer>(path: string) {
  const logoutIfAccessDenied = useLogoutIfAccessDenied();
  const answer = useQuery({ queryKey: [path], queryFn: () => api.get<Answer>(path) });
  const { error } = answer;
  useEffect(() => {
    if (error) void logoutIfAccessDenied(error);
  }, [error, logoutIfAccessDenied]);
  return answer;
}
