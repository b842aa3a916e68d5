/** May a person manage what a channel follows? Decided from what Slack knows of them. */
import type { ConversationsMembersResponse, UsersInfoResponse } from '@slack/web-api';
import type { Log } from '../../log.ts';
import type { Calls } from './tiers.ts';

/** Who may manage: members of the channel, admins of the workspace only, or anyone. */
export type Managers = 'members' | 'admins' | 'anyone';

export type Place = {
  readonly channel: string;
  /** as commands tell it: `directmessage` and `privategroup` are Slack's words for such channels */
  readonly channelName: string | null;
  readonly person: string;
};

export type Rights = { mayManage(place: Place): Promise<boolean> };

const PAGE_SIZE = 1_000;
const PAGES_MAX = 20;

export function createRights(calls: Calls, managers: Managers, log: Log): Rights {
  const mayManage = async (place: Place): Promise<boolean> => {
    if (managers === 'anyone') return true;
    try {
      return managers === 'admins' ? await isAdmin(calls, place) : await isMember(calls, place);
    } catch (error) {
      log.warn({ error, channel: place.channel }, 'Slack did not tell what a person may do');
      return false;
    }
  };
  return { mayManage };
}

async function isAdmin(calls: Calls, { person }: Place): Promise<boolean> {
  const { user } = (await calls.call('users.info', { user: person })) as UsersInfoResponse;
  // in a shared channel: an admin of another workspace is none of this one
  if (user?.is_stranger === true) return false;
  return user?.is_admin === true || user?.is_owner === true;
}

async function isMember(calls: Calls, place: Place): Promise<boolean> {
  // only members see a private channel or a direct message, so who speaks there is one
  if (place.channelName === 'privategroup' || place.channelName === 'directmessage') return true;
  if (place.channel.startsWith('D')) return true;
  let cursor = '';
  for (let page = 0; page < PAGES_MAX; page += 1) {
    const answer = (await calls.call('conversations.members', {
      channel: place.channel,
      limit: PAGE_SIZE,
      ...(cursor === '' ? {} : { cursor }),
    })) as ConversationsMembersResponse;
    if (answer.members?.includes(place.person)) return true;
    cursor = answer.response_metadata?.next_cursor ?? '';
    if (cursor === '') return false;
  }
  return false;
}
