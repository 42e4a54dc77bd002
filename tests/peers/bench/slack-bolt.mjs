// The least that Slack's own framework does for a mention: one chat.postMessage. It stores nothing and knows no duplicates.
import bolt from '@slack/bolt';

const app = new bolt.App({ token: process.env.SLACK_BOT_TOKEN, signingSecret: process.env.SLACK_SIGNING_SECRET, logLevel: 'error', clientOptions: { slackApiUrl: process.env.SLACK_API_URL } });
app.event('app_mention', async ({ event, client }) => {
  await client.chat.postMessage({ channel: event.channel, thread_ts: event.ts, text: 'Results', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: '*PE0062* Transparency in justice' } }] });
});
await app.start({ port: Number(process.env.PORT), host: '127.0.0.1' });
