// The echo of Microsoft's SDK with authentication on, as in its sample. It stores nothing and knows no duplicates.
import botbuilder from 'botbuilder';
import express from 'express';

const adapter = new botbuilder.CloudAdapter(new botbuilder.ConfigurationBotFrameworkAuthentication(process.env));
adapter.onTurnError = async (_, error) => { console.error(error.message); };
const server = express().use(express.json());
server.post('/api/messages', (request, response) => adapter.process(request, response, async turn => {
  if (turn.activity.type === 'message') await turn.sendActivity(botbuilder.MessageFactory.text(`Echo: ${turn.activity.text}`));
}));
server.listen(Number(process.env.PORT), '127.0.0.1');
