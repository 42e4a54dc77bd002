using OgpBot.Conversations;

namespace OgpBot.Host.Slack;

/// <summary>What the page after an install says.</summary>
internal abstract class SlackInstallTexts
{
    private static readonly SlackInstallTexts English = new InEnglish();

    private static readonly SlackInstallTexts Spanish = new InSpanish();

    private SlackInstallTexts() { }

    public static SlackInstallTexts In(Language language) => language == Language.Spanish ? Spanish : English;

    public abstract string OpenSlack { get; }

    public abstract string Again { get; }

    public abstract string Title(SlackInstallEnd end);

    public abstract string Text(SlackInstallEnd end);

    private sealed class InEnglish : SlackInstallTexts
    {
        public override string OpenSlack => "Open Slack";

        public override string Again => "Start again";

        public override string Title(SlackInstallEnd end) => end switch
        {
            SlackInstallEnd.Installed => "OgpBot is in your workspace",
            SlackInstallEnd.Cancelled => "Nothing was installed",
            SlackInstallEnd.Stale => "This install cannot be finished",
            SlackInstallEnd.Organisation => "Please choose one workspace",
            SlackInstallEnd.Busy => "That did not work just now",
            _ => "Slack did not complete the install",
        };

        public override string Text(SlackInstallEnd end) => end switch
        {
            SlackInstallEnd.Installed => "Open its Home tab, mention it in a channel, or type /ogp followed by your question, for instance /ogp PE0062.",
            SlackInstallEnd.Cancelled => "You did not give OgpBot permission, so nothing has changed. You can come back at any time.",
            SlackInstallEnd.Stale => "It began more than ten minutes ago or in another browser, or it was finished before. Nothing was installed by this page. It only takes a moment to start again.",
            SlackInstallEnd.Organisation => "OgpBot is installed into single workspaces, not into a whole organization. Start again and choose the workspace where you need it.",
            SlackInstallEnd.Busy => "Nothing was installed. Please try again in a minute.",
            _ => "Nothing was installed. If this happens again, tell the people who run this bot.",
        };
    }

    private sealed class InSpanish : SlackInstallTexts
    {
        public override string OpenSlack => "Abrir Slack";

        public override string Again => "Empezar de nuevo";

        public override string Title(SlackInstallEnd end) => end switch
        {
            SlackInstallEnd.Installed => "OgpBot ya está en tu espacio de trabajo",
            SlackInstallEnd.Cancelled => "No se instaló nada",
            SlackInstallEnd.Stale => "Esta instalación no se puede terminar",
            SlackInstallEnd.Organisation => "Elige un solo espacio de trabajo",
            SlackInstallEnd.Busy => "Ahora mismo no funcionó",
            _ => "Slack no completó la instalación",
        };

        public override string Text(SlackInstallEnd end) => end switch
        {
            SlackInstallEnd.Installed => "Abre su pestaña Inicio, menciónalo en un canal o escribe /ogp y tu pregunta, por ejemplo /ogp PE0062.",
            SlackInstallEnd.Cancelled => "No diste permiso a OgpBot, así que nada cambió. Puedes volver cuando quieras.",
            SlackInstallEnd.Stale => "Empezó hace más de diez minutos o en otro navegador, o ya se había terminado. Esta página no instaló nada. Empezar de nuevo toma solo un momento.",
            SlackInstallEnd.Organisation => "OgpBot se instala en espacios de trabajo, no en toda una organización. Empieza de nuevo y elige el espacio donde lo necesitas.",
            SlackInstallEnd.Busy => "No se instaló nada. Inténtalo de nuevo en un minuto.",
            _ => "No se instaló nada. Si vuelve a pasar, avisa a quienes administran este bot.",
        };
    }
}
