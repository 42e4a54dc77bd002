-- Who asked, as JSON, until the message is answered.
alter table inbox add column asker text;
