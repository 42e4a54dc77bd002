using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Tests.Reading;

public sealed class FollowReadingTests(PeruWords words) : IClassFixture<PeruWords>
{
    [Theory]
    [InlineData("subscribe this channel to new resources for Peru every Monday at 9:00", "subscribe resources country:peru every:monday at:09:00 for:here")]
    [InlineData("subscribe resources country:peru every:monday at:09:00 zone:america/lima", "subscribe resources country:peru every:monday at:09:00 zone:america/lima")]
    [InlineData("tell us at once when Chile publishes a document", "subscribe resources country:chile every:change")]
    [InlineData("follow PE0062", "subscribe id:pe0062")]
    [InlineData("Please follow PE0062 for me", "subscribe id:pe0062 for:me")]
    [InlineData("weekly digest of new resources", "subscribe resources every:week")]
    [InlineData("send me new starred commitments on the first of each month at 8 am Lima time", "subscribe is:starred every:month on:1 at:08:00 zone:america/lima for:me")]
    [InlineData("notify me when there are new justice commitments", "subscribe area:justice every:change for:me")]
    [InlineData("let me know whenever Peru adds resources", "subscribe resources country:peru every:change for:me")]
    [InlineData("keep us posted on open data commitments", "subscribe area:\"open data\"")]
    [InlineData("alert us immediately about new resources", "subscribe resources every:change")]
    [InlineData("can you send us the new resources every weekday at noon?", "subscribe resources every:weekday at:12:00")]
    [InlineData("I'd like to get new health commitments every Friday at 5pm", "subscribe area:health every:friday at:17:00")]
    [InlineData("post new resources here daily at 08:30", "subscribe resources every:day at:08:30 for:here")]
    [InlineData("new resources every Tuesday", "subscribe resources every:tuesday")]
    [InlineData("daily summary of new resources for Peru at 7", "subscribe resources country:peru every:day at:07:00")]
    [InlineData("subscribe me to posts", "subscribe posts for:me")]
    [InlineData("subscribe to starred commitments, Thursdays 18:00 UTC", "subscribe is:starred every:thursday at:18:00 zone:utc")]
    [InlineData("follow justice commitments every month on the 15th at 10:00 Europe/Madrid", "subscribe area:justice every:month on:15 at:10:00 zone:europe/madrid")]
    [InlineData("monthly digest of commitments about police on the last day of the month", "subscribe word:police every:month on:31")]
    [InlineData("every wed at 9am GMT-5 send new resources", "subscribe resources every:wednesday at:09:00 zone:etc/gmt+5")]
    [InlineData("subscribe this channel to resources at nine on mondays, Buenos Aires time", "subscribe resources every:monday at:09:00 zone:america/argentina/buenos_aires for:here")]
    [InlineData("Track PE0084", "subscribe id:pe0084")]
    [InlineData("sign us up for new letters of intent on Fridays at half past nine", "subscribe resources word:letter word:intent every:friday at:09:30")]
    [InlineData("subscrbe this channel to new resources every mondey", "subscribe resources every:monday for:here")]
    [InlineData("notify this channel of changes to PE0062", "subscribe id:pe0062 with:changes for:here")]
    [InlineData("subscribe to new resources and starred commitments for Peru", "subscribe resources country:peru also:\"country:peru is:starred\"")]
    [InlineData("subscribe to justice and health commitments", "subscribe area:justice area:health")]
    [InlineData("remind me of new resources every morning", "subscribe resources every:day at:09:00 for:me")]
    [InlineData("send us new resources weekly in our time zone", "subscribe resources every:week")]
    [InlineData("subscribe to resources every Monday at 9:00 in Madrid", "subscribe resources every:monday at:09:00 zone:europe/madrid")]
    [InlineData("dm me new IRM reports on fridays at 4:15 p.m. Peru time", "subscribe resources type:\"irm report\" every:friday at:16:15 zone:america/lima for:me")]
    [InlineData("subscribe", "subscribe what:open")]
    [InlineData("avísame cada viernes", "subscribe what:open every:friday for:me")]
    public void A_wish_to_be_told_is_read_with_what_when_and_for_whom(string text, string query)
    {
        Assert.Equal(query, words.Query(text));
    }

    [Theory]
    [InlineData("avísame cada viernes de nuevos compromisos de justicia", "subscribe area:justice every:friday for:me")]
    [InlineData("suscribe este canal a los nuevos recursos de Perú cada lunes a las 9:00", "subscribe resources country:peru every:monday at:09:00 for:here")]
    [InlineData("avísanos de inmediato cuando Chile publique un documento", "subscribe resources country:chile every:change")]
    [InlineData("quiero suscribirme a los compromisos destacados", "subscribe is:starred for:me")]
    [InlineData("mándame los recursos nuevos el primero de cada mes a las 8 de la mañana, hora de Lima", "subscribe resources every:month on:1 at:08:00 zone:america/lima for:me")]
    [InlineData("sigue los compromisos de salud", "subscribe area:health")]
    [InlineData("seguir PE0062", "subscribe id:pe0062")]
    [InlineData("resumen semanal de nuevos recursos", "subscribe resources every:week")]
    [InlineData("publica aquí los recursos nuevos todos los martes a las 18 h", "subscribe resources every:tuesday at:18:00 for:here")]
    [InlineData("envíanos cada día hábil los nuevos recursos de Perú al mediodía", "subscribe resources country:peru every:weekday at:12:00")]
    [InlineData("mantenme al tanto de los compromisos sobre policía", "subscribe word:police for:me")]
    [InlineData("alerta mensual de compromisos de educación el día 15 de cada mes", "subscribe area:education every:month on:15")]
    [InlineData("notifícame cuando haya nuevos informes del IRM", "subscribe resources type:\"irm report\" every:change for:me")]
    [InlineData("compromisos nuevos cada miércoles a las nueve y media", "subscribe every:wednesday at:09:30")]
    [InlineData("suscríbenos a recursos, los jueves a las 4 de la tarde hora peruana", "subscribe resources every:thursday at:16:00 zone:america/lima")]
    [InlineData("avisa a este canal a fin de mes de nuevos recursos", "subscribe resources every:month on:31 for:here")]
    [InlineData("quiero recibir avisos de nuevos recursos a diario a las 07:45", "subscribe resources every:day at:07:45 for:me")]
    [InlineData("avísame en cuanto haya compromisos nuevos de Perú", "subscribe country:peru every:change for:me")]
    public void The_same_in_Spanish(string text, string query)
    {
        var question = words.Read(text, Language.English);

        Assert.Equal((query, Language.Spanish), (CanonicalQuery.Print(question), question.Language));
    }

    [Theory]
    [InlineData("tell us when Chile publishes something", "subscribe resources country:chile also:country:chile also:\"plans country:chile\" also:\"posts country:chile\" every:change")]
    [InlineData("follow Peru", "subscribe resources country:peru also:country:peru also:\"plans country:peru\" also:\"posts country:peru\"")]
    [InlineData("avísame de novedades de Perú cada lunes", "subscribe resources country:peru also:country:peru also:\"plans country:peru\" also:\"posts country:peru\" every:monday for:me")]
    public void A_member_stands_for_everything_that_it_publishes(string text, string query)
    {
        Assert.Equal(query, words.Query(text));
    }

    [Theory]
    [InlineData("stop", "unsubscribe")]
    [InlineData("unsubscribe", "unsubscribe")]
    [InlineData("unsubscribe from 2", "unsubscribe number:2")]
    [InlineData("stop number 2", "unsubscribe number:2")]
    [InlineData("cancel the Peru digest", "unsubscribe resources country:peru")]
    [InlineData("stop sending me resources", "unsubscribe resources")]
    [InlineData("unsubscribe this channel from everything", "unsubscribe which:all for:here")]
    [InlineData("delete subscription 3", "unsubscribe number:3")]
    [InlineData("please stop the justice alerts", "unsubscribe area:justice")]
    [InlineData("pause number 1", "pause number:1")]
    [InlineData("pause 2 until 1 March", "pause number:2 until:03-01")]
    [InlineData("pause 1 until 15 January 2027", "pause number:1 until:2027-01-15")]
    [InlineData("pause 1 until 2027-01-15", "pause number:1 until:2027-01-15")]
    [InlineData("snooze the Peru digest till next Monday", "pause resources country:peru until:monday")]
    [InlineData("pause all alerts for two weeks", "pause which:all until:14d")]
    [InlineData("mute 3 for a month", "pause number:3 until:1m")]
    [InlineData("pause 1 until the 15th", "pause number:1 until:15")]
    [InlineData("pause 1 until March", "pause number:1 until:03-01")]
    [InlineData("pause 1 until tomorrow", "pause number:1 until:1d")]
    [InlineData("pause 1 until the cows come home", "pause number:1 unread:\"the cows come home\"")]
    [InlineData("pausa el 2 hasta el lunes", "pause number:2 until:monday")]
    [InlineData("pausa la 1 hasta el 15 de enero de 2027", "pause number:1 until:2027-01-15")]
    [InlineData("pausa los avisos dos semanas", "pause which:all until:14d")]
    [InlineData("silencia 1 y 2 por 10 días", "pause number:1 number:2 until:10d")]
    [InlineData("pausa 1 hasta la próxima semana", "pause number:1 until:monday")]
    [InlineData("stop 1 and 3", "unsubscribe number:1 number:3")]
    [InlineData("pausa 1 y 2", "pause number:1 number:2")]
    [InlineData("cancela 1, 2 y 4", "unsubscribe number:1 number:2 number:4")]
    [InlineData("resume 1 and 2", "resume number:1 number:2")]
    [InlineData("pause the digest", "pause")]
    [InlineData("mute all alerts", "pause which:all")]
    [InlineData("resume number 1", "resume number:1")]
    [InlineData("resume the digest", "resume")]
    [InlineData("unpause", "resume")]
    [InlineData("change number 2 to Fridays at 8", "reschedule number:2 every:friday at:08:00")]
    [InlineData("move the digest to 10:30 Lima time", "reschedule at:10:30 zone:america/lima")]
    [InlineData("change it to Fridays", "reschedule every:friday")]
    [InlineData("what am I following?", "subscriptions")]
    [InlineData("what is this channel following", "subscriptions")]
    [InlineData("show my subscriptions", "subscriptions")]
    [InlineData("subscriptions", "subscriptions")]
    [InlineData("list our alerts", "subscriptions")]
    [InlineData("¿qué sigue este canal?", "subscriptions")]
    [InlineData("¿qué estoy siguiendo?", "subscriptions")]
    [InlineData("mis suscripciones", "subscriptions")]
    [InlineData("deja de seguir el número 2", "unsubscribe number:2")]
    [InlineData("cancela la suscripción 2", "unsubscribe number:2")]
    [InlineData("darme de baja", "unsubscribe")]
    [InlineData("pausa la número 1", "pause number:1")]
    [InlineData("reanuda el aviso 1", "resume number:1")]
    [InlineData("cámbialo a los viernes a las 10", "reschedule every:friday at:10:00")]
    public void What_is_followed_can_be_listed_stopped_paused_and_changed(string text, string query)
    {
        Assert.Equal(query, words.Query(text));
    }

    [Theory]
    [InlineData("every blue moon")]
    [InlineData("31:00")]
    [InlineData("at 25h")]
    [InlineData("every two weeks")]
    [InlineData("every first monday")]
    [InlineData("at 9:00 narnia time")]
    [InlineData("cada luna llena")]
    public void What_no_calendar_has_is_named(string when)
    {
        var question = words.Read($"subscribe to new resources {when}");

        Assert.Equal(Verb.Subscribe, question.Verb);
        Assert.Contains(question.Follow!.Timing.Unread!, when, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("yes", "subscribe resources every:friday at:09:00 confirmed:yes")]
    [InlineData("sí, por favor", "subscribe resources every:friday at:09:00 confirmed:yes")]
    [InlineData("no thanks", "subscribe confirmed:no")]
    [InlineData("cancel", "subscribe confirmed:no")]
    [InlineData("on Mondays instead", "subscribe resources every:monday at:09:00")]
    [InlineData("make it daily at 8", "subscribe resources every:day at:08:00")]
    [InlineData("Lima time", "subscribe resources every:friday at:09:00 zone:america/lima")]
    [InlineData("mejor a las 10:00, hora de Madrid", "subscribe resources every:friday at:10:00 zone:europe/madrid")]
    [InlineData("just for me", "subscribe resources every:friday at:09:00 for:me")]
    [InlineData("justice commitments 2017", "area:justice year:2017")]
    [InlineData("help", "help")]
    public void A_preview_can_be_answered(string text, string query)
    {
        Assert.Equal(query, CanonicalQuery.Print(words.After("subscribe resources every:friday at:09:00", text)));
    }

    [Theory]
    [InlineData("follow this every Monday", "subscribe area:justice year:2017 every:monday")]
    [InlineData("notify me about these", "subscribe area:justice year:2017 for:me")]
    public void The_last_answer_can_be_followed(string text, string query)
    {
        Assert.Equal(query, CanonicalQuery.Print(words.After("area:justice year:2017", text)));
    }

    [Theory]
    [InlineData("new resources for Peru", "subscribe resources country:peru every:friday")]
    [InlineData("justice", "subscribe area:justice every:friday")]
    public void What_was_missing_can_be_said_next(string text, string query)
    {
        Assert.Equal(query, CanonicalQuery.Print(words.After("subscribe what:open every:friday", text)));
    }

    [Fact]
    public void A_plain_wish_can_be_agreed_to() => Assert.Equal("subscribe id:pe0062 confirmed:yes", CanonicalQuery.Print(words.After("subscribe id:pe0062", "sure")));

    [Theory]
    [InlineData("Could you ping us on Mondays with any new Peru documents?", "subscribe resources country:peru every:monday")]
    [InlineData("Let the team know when an IRM report comes out", "subscribe resources type:\"irm report\" every:change")]
    [InlineData("I want a weekly email with new commitments about water", "subscribe word:water every:week")]
    [InlineData("set up a digest of new starred commitments, Tuesdays 14:30 Santiago time", "subscribe is:starred every:tuesday at:14:30 zone:america/santiago")]
    [InlineData("follow health, justice and education commitments monthly", "subscribe area:health area:justice area:education every:month")]
    [InlineData("notify me if PE0062 changes", "subscribe id:pe0062 with:changes every:change for:me")]
    [InlineData("give us a summary of new resources every Monday morning", "subscribe resources every:monday at:09:00")]
    [InlineData("Send the team new IRM reports each Thursday, 09h00", "subscribe resources type:\"irm report\" every:thursday at:09:00 for:here")]
    [InlineData("I'd like a monthly update on justice commitments", "subscribe area:justice every:month")]
    [InlineData("subscribe to open data commitments since 2017 daily 7:30am EST", "subscribe area:\"open data\" year:2017.. every:day at:07:30 zone:america/new_york")]
    [InlineData("notify us about new resources Mon 9am", "subscribe resources every:monday at:09:00")]
    [InlineData("alert: new resources, weekly, friday, 17:00, CET", "subscribe resources every:friday at:17:00 zone:europe/brussels")]
    [InlineData("new commitments at 9 every 1st of the month", "subscribe every:month on:1 at:09:00")]
    [InlineData("quiero que me avises todos los lunes a las 8 de la noche de los recursos nuevos", "subscribe resources every:monday at:20:00 for:me")]
    [InlineData("avísenme cuando salga un nuevo informe", "subscribe resources word:report every:change for:me")]
    [InlineData("nos puedes mandar los viernes un resumen de los recursos nuevos?", "subscribe resources every:friday")]
    [InlineData("quiero seguir PE0084 y PE0085", "subscribe id:pe0084 id:pe0085")]
    [InlineData("ya no quiero recibir el aviso de Perú", "unsubscribe country:peru")]
    [InlineData("pon en pausa los avisos", "pause which:all")]
    [InlineData("cambia el horario a las 7 am", "reschedule at:07:00")]
    [InlineData("¿a qué estamos suscritos?", "subscriptions")]
    [InlineData("how can I unsubscribe?", "unsubscribe")]
    public void People_say_it_in_many_ways(string text, string query) => Assert.Equal(query, words.Query(text));

    [Fact]
    public void A_number_means_the_one_that_was_listed_with_it()
    {
        var question = words.After("subscriptions", "stop number 2", ["subscriptions subscription:40", "subscriptions subscription:42"]);

        Assert.Equal("unsubscribe subscription:42", CanonicalQuery.Print(question));
    }

    [Theory]
    [InlineData("only starred")]
    [InlineData("yes")]
    [InlineData("next")]
    public void What_was_agreed_to_is_not_agreed_to_twice(string text)
    {
        var question = words.After("subscribe resources every:friday confirmed:yes", text);

        Assert.NotEqual(Verb.Subscribe, question.Verb);
    }

    [Theory]
    [InlineData("commitments about alerts", "word:alerts")]
    [InlineData("next", "")]
    [InlineData("sigue", "")]
    [InlineData("send me the justice commitments", "area:justice")]
    [InlineData("how many commitments each year", "count by:year")]
    [InlineData("resumen de compromisos de justicia", "brief area:justice")]
    [InlineData("who monitors PE0062", "PE0062")]
    [InlineData("show me new resources", "resources top:1")]
    [InlineData("what is a starred commitment", null)]
    [InlineData("drop the year", null)]
    public void Other_questions_are_read_as_before(string text, string? query)
    {
        var question = words.Read(text);

        Assert.Null(question.Follow);
        Assert.Equal(query ?? CanonicalQuery.Print(question), CanonicalQuery.Print(question));
        Assert.NotInRange(question.Verb, Verb.Subscribe, Verb.Reschedule);
    }
}
