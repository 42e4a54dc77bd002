using OgpBot.Conversations;

namespace OgpBot.Cli.Chat;

/// <summary>What the chat itself says; everything else is the bot's.</summary>
internal static class ChatWords
{
    public static string Welcome(Language language) => language switch
    {
        Language.Spanish => "Pregunta por compromisos de OGP. :ayuda muestra las teclas, :salir (o Ctrl+D) termina.",
        _ => "Ask about OGP commitments. :help shows the keys, :quit (or Ctrl+D) ends.",
    };

    public static string Help(Language language) => language switch
    {
        Language.Spanish =>
            """
            :1, :2 …    elige una de las opciones bajo la respuesta
            número 2    abre el segundo registro de la lista
            flechas     mueven el cursor; arriba y abajo, las líneas anteriores de esta sesión
            :salir      termina; también Ctrl+D en una línea vacía
            """,
        _ =>
            """
            :1, :2 …    pick one of the choices under the answer
            number 2    open the second record of the list
            arrows      move the cursor; up and down, earlier lines of this session
            :quit       end; so does Ctrl+D on an empty line
            """,
    };

    public static string NoSuchChoice(Language language, int choices) => (language, choices) switch
    {
        (Language.Spanish, 0) => "Aquí no hay opciones que elegir. Escribe tu pregunta, o :ayuda.",
        (Language.Spanish, _) => $"No hay tal opción: van de :1 a :{choices}. Escribe :ayuda para ver más.",
        (_, 0) => "There are no choices to pick from here. Type your question, or :help.",
        _ => $"No such choice: they go from :1 to :{choices}. Type :help for more.",
    };
}
