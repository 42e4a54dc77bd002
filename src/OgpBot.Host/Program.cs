using OgpBot;
using OgpBot.Host.Api;
using OgpBot.Host.Operations;
using OgpBot.Host.Slack;
using OgpBot.Host.Teams;
using OgpBot.Host.WebChat;
using OgpBot.Storage;

try
{
    var builder = Settings.CreateBuilder(args);
    builder.AddLimits();
    builder.AddMetricsServer();
    builder.Services.AddProblemDetails().AddExceptionHandler<Failures>();
    builder.Services.AddApi();
    builder.AddState();
    builder.AddSources();
    builder.AddSlack();
    builder.AddTeams();
    builder.Services.AddOgpBot(new DataFolder(Settings.DataFolderOf(builder.Configuration)));

    var app = builder.Build();
    app.UseSecurityHeaders();
    app.UseExceptionHandler();
    app.UseStatusCodePages();
    app.UseRequestTimeouts();
    app.UseRateLimiter();

    app.MapPage();
    app.MapChat();
    app.MapRecords();
    app.MapSlack();
    app.MapTeams();
    app.MapHealth();
    app.MapOpenApi();
    return await app.RunToldAsync();
}
catch (Exception reason) when (Startup.IsOfSetting(reason))
{
    return Startup.Explain(reason);
}
