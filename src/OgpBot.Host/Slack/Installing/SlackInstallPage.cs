using System.Net;
using OgpBot.Conversations;
using OgpBot.Host.Operations;

namespace OgpBot.Host.Slack;

/// <summary>What a person sees after an install, or instead of one. Nothing of the request is on it.</summary>
internal static class SlackInstallPage
{
    public const string Style = """
        :root { color-scheme: light dark; font: 1.05rem/1.5 system-ui, sans-serif; }
        body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: light-dark(#f6f6f4, #17191c); color: light-dark(#1d1f21, #ececea); }
        main { box-sizing: border-box; width: min(34rem, 100%); padding: 2rem; }
        h1 { margin: 0 0 .75rem; font-size: 1.5rem; line-height: 1.25; }
        p { margin: 0 0 1.5rem; }
        a { display: inline-block; padding: .6rem 1.1rem; border-radius: .4rem; background: light-dark(#0b5a8a, #8cc8f0); color: light-dark(#fff, #0d1b26); text-decoration: none; font-weight: 600; }
        a:focus-visible { outline: 3px solid light-dark(#d97a00, #ffb454); outline-offset: 2px; }
        """;

    public static string Write(SlackInstallEnd end, Language language)
    {
        var texts = SlackInstallTexts.In(language);
        var (title, text) = (WebUtility.HtmlEncode(texts.Title(end)), WebUtility.HtmlEncode(texts.Text(end)));
        var link = end == SlackInstallEnd.Installed ? ("https://slack.com/app_redirect", texts.OpenSlack) : ("/slack/install", texts.Again);
        return $"""
            <!doctype html>
            <html lang="{PreferredLanguage.TagOf(language)}">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex">
            <title>{title} · OgpBot</title>
            <link rel="stylesheet" href="/slack/install.css">
            </head>
            <body>
            <main>
            <h1>{title}</h1>
            <p>{text}</p>
            <a href="{link.Item1}">{WebUtility.HtmlEncode(link.Item2)}</a>
            </main>
            </body>
            </html>

            """;
    }

    public static int StatusOf(SlackInstallEnd end) => end switch
    {
        SlackInstallEnd.Installed or SlackInstallEnd.Cancelled => StatusCodes.Status200OK,
        SlackInstallEnd.Busy => StatusCodes.Status503ServiceUnavailable,
        SlackInstallEnd.Failed => StatusCodes.Status502BadGateway,
        _ => StatusCodes.Status400BadRequest,
    };
}
