/** Slack runs the suite that every chat runs, over sockets and over HTTP. */
import { chatContract } from '../contract.ts';
import { openHarness } from './harness.ts';

chatContract('Slack over Socket Mode', () => openHarness('socket'));
chatContract('Slack over HTTP', () => openHarness('http'));
