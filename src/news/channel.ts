/** A channel is one string: `slack:T0AB/C012AB3CD`, `discord:GUILD/CHANNEL`, `terminal:demo`. */
export const PLATFORMS = ['slack', 'discord', 'terminal', 'preview'] as const;
export type Platform = (typeof PLATFORMS)[number];

export type ChannelParts = {
  readonly platform: Platform;
  /** team or guild; null for the terminal and the preview */
  readonly home: string | null;
  readonly id: string;
};

const SHAPE = /^(?:(slack|discord):([A-Za-z0-9]+)\/([A-Za-z0-9]+)|(terminal|preview):([\w-]+))$/;

/** Reads a channel string; null when it has another shape. */
export function readChannel(text: string): ChannelParts | null {
  const match = SHAPE.exec(text);
  if (!match) return null;
  const [, remote, home, id, local, name] = match;
  if (remote) return { platform: remote as Platform, home: home ?? null, id: id ?? '' };
  return { platform: local as Platform, home: null, id: name ?? '' };
}

/** Writes a channel string; the inverse of `readChannel`. */
export function writeChannel(parts: ChannelParts): string {
  return parts.home === null
    ? `${parts.platform}:${parts.id}`
    : `${parts.platform}:${parts.home}/${parts.id}`;
}

/** The address under which a person opens the channel; null for those that stand in no client. */
export function channelLink(text: string): string | null {
  const parts = readChannel(text);
  if (parts?.platform === 'slack') return `https://app.slack.com/client/${parts.home}/${parts.id}`;
  if (parts?.platform === 'discord')
    return `https://discord.com/channels/${parts.home}/${parts.id}`;
  return null;
}
