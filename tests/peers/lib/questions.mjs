// What is asked: at least one question for every intent, in English and in Spanish, and some that nobody should answer.
// The last column names those that are worth a picture.
export const questions = [
  ['help', 'help'],
  ['ayuda', 'help-es'],
  ['hello'], ['hola'], ['thanks!'], ['gracias'],
  ['PE0062', 'single'],
  ['muestra PE0071', 'single-es'],
  ['show PE0082 and PE0083'], ['muestra PE0082 y PE0083'], ['PE0105'],
  ['Peru justice commitments 2017'], ['compromisos de justicia de Perú 2017'],
  ['commitments in 2012', 'page'],
  ['compromisos de 2017', 'page-es'],
  ['list all commitments'], ['starred commitments'], ['compromisos destacados'], ['2018 commitments', 'nothing'], ['compromisos de 2018'],
  ['how many commitments were made in 2012?'], ['¿cuántos compromisos hay en 2019?'],
  ['which policy area has the most commitments?', 'ranking'],
  ['¿qué áreas tienen más compromisos?'], ['list policy areas'], ['lista de áreas'], ['how many commitments per plan?'],
  ['compare 2017 and 2019', 'comparison'],
  ['compara PE0062 y PE0054'], ['compare plan 2 and plan 3'], ['compara justicia y educación'],
  ['areas by year', 'pivot'],
  ['áreas por año'],
  ['brief Peru justice', 'brief'],
  ['resumen de Perú sobre justicia'],
  ['when did Peru join OGP?'], ['¿cuándo se unió Perú a OGP?'], ['members'], ['Chile justice commitments'],
  ["what is Peru's current action plan?"], ['list action plans'], ['planes de acción'],
  ['IRM reports', 'resources'],
  ['informes IRM de Perú'], ['latest resource'], ['how many resources are there?'],
  ['commitment performance for action plan 2', 'performance'],
  ['desempeño del plan de acción 3'], ['how did action plan 4 perform?'],
  ['how can Peru get more starred commitments?'], ['¿cómo puede Perú tener más compromisos estelares?'],
  ['what level of participation did action plan 3 reach?'], ['participación en el plan 2'],
  ['global report recommendation for access to information'], ['informe global acceso a la información'],
  ['what does Involve mean?'], ['¿qué es un compromiso estelar?'], ['glossary'], ['glosario'],
  ['recent posts'], ['publicaciones recientes'],
  ['source of PE0062'], ['fuente de PE0062'], ['known errors in the source'], ['errores de la fuente'], ['who leads PE0062?'],
  ['what data is loaded?'], ['¿qué datos hay?'],
  ['weather in Lima'], ['asdfgh qwerty'], ['...'],
  ["'; DROP TABLE commitments;--"], ['<script>alert(1)</script> <!channel> [x](http://evil.example) *justice* :smile:'], ['{{DATE(2020-01-01T00:00:00Z, SHORT)}} justice'],
];

/** Turns of one conversation each. */
export const conversations = [
  ['commitments in 2012', 'next', 'number 2', 'only starred'],
  ['compromisos de justicia 2017', '¿y en 2019?', 'el primero', 'siguiente'],
];
