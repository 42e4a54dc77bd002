using System.Text;
using OgpBot.Catalog;
using OgpBot.Ingest.Exchange;
using OgpBot.Ingest.Export;
using OgpBot.Ingest.MemberPage;
using OgpBot.Ingest.Merging;
using OgpBot.Ingest.Sources;

namespace OgpBot.Ingest;

/// <summary>What a source holds, and how it goes into a catalog.</summary>
/// <param name="Found">For the report.</param>
/// <param name="Member">Whose records a page replaces; null when the source replaces whole kinds.</param>
/// <param name="Replaced">The kinds that the source speaks of.</param>
internal sealed record Importable(string Found, CatalogContent? Content, string? Member, IReadOnlyList<Kind> Replaced)
{
    /// <summary>How a page or an export goes into what is there; null for exchange files, which replace it.</summary>
    public Merge? Merge { get; init; }

    /// <summary>Content is null when nothing can be used; the problems say why.</summary>
    /// <param name="recognised">Called when it is known for an export, before that is read.</param>
    public static async Task<Importable> ReadAsync(string path, DateTimeOffset now, Action recognised, ICollection<Problem> problems, CancellationToken cancellationToken)
    {
        var name = Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)));
        try
        {
            return Directory.Exists(path) ? await FolderAsync(path, name, problems, cancellationToken)
                : File.Exists(path) ? await FileAsync(path, name, now, recognised, problems, cancellationToken)
                : Nothing(name, "nothing", "there is no such file or folder", problems);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Nothing(name, "a file that cannot be read", $"cannot be read: {error.GetType().Name}", problems);
        }
    }

    /// <summary>The catalog with this in it.</summary>
    public CatalogContent Into(CatalogContent old, ICollection<Problem> problems)
    {
        if (Merge is not null)
        {
            return Merge.Into(old, Content!);
        }

        var merged = Replaced.Aggregate(old, (content, kind) => kind.ReplaceAll(content, Content!));
        var members = merged.Members.Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
        return Kinds.All.Aggregate(merged, (content, kind) => kind.WithoutStrays(content, members, kind.File, problems));
    }

    private static async Task<Importable> FolderAsync(string path, string name, ICollection<Problem> problems, CancellationToken cancellationToken)
    {
        var present = Kinds.All.Where(kind => File.Exists(Path.Combine(path, kind.File))).ToList();
        if (present.Count == 0)
        {
            return Nothing(name, "a folder without exchange files", $"holds none of {string.Join(", ", Kinds.All.Select(kind => kind.File))}", problems);
        }

        var content = CatalogContent.Empty;
        foreach (var kind in present)
        {
            if (await DecodeAsync(Path.Combine(path, kind.File), kind.File, problems, cancellationToken) is { } text)
            {
                using var reader = new StringReader(text);
                content = kind.Read(content, reader, kind.File, problems);
            }
        }

        return Exchange(content, present);
    }

    private static async Task<Importable> FileAsync(
        string path, string name, DateTimeOffset now, Action recognised, ICollection<Problem> problems, CancellationToken cancellationToken)
    {
        if (await BytesAsync(path, name, problems, cancellationToken) is not { } bytes)
        {
            return new Importable("a file that is too large", null, null, []);
        }

        if (SourceKind.Office(bytes) is { } office)
        {
            using var sheet = office.IsZip ? ExcelTable.Open(bytes, name, problems) : null;
            return sheet is not null ? Export(sheet, name, now, recognised, problems)
                : office.IsZip ? new Importable("a spreadsheet or ZIP file", null, null, [])
                : Nothing(name, office.Name, $"is {office.Name}. {SourceKind.Expected}", problems);
        }

        // The largest files are exports in UTF-8: they are read where they lie.
        if (SourceKind.Exchange(bytes) is null && TextDecoder.IsUtf8(bytes) && CsvTable.Open(bytes, name, problems) is { } direct)
        {
            using (direct)
            {
                return Export(direct, name, now, recognised, problems);
            }
        }

        if (Decode(bytes, name, problems) is not { } text)
        {
            return new Importable("a file that is no text", null, null, []);
        }

        if (SourceKind.Exchange(bytes) is { } kind)
        {
            using var reader = new StringReader(text);
            return Exchange(kind.Read(CatalogContent.Empty, reader, name, problems), [kind]);
        }

        using (var table = CsvTable.Open(Encoding.UTF8.GetBytes(text), name, problems))
        {
            if (table is not null)
            {
                return Export(table, name, now, recognised, problems);
            }
        }

        var lines = HtmlPage.IsHtml(text) ? HtmlPage.Read(text) : SourceText.Of(text);
        if (!SourceKind.IsMemberPage(lines))
        {
            var found = SourceKind.Describe(text);
            return Nothing(name, found, $"is {found}. {SourceKind.Expected}", problems);
        }

        var content = MemberPageReader.Read(lines, name, now, problems);
        // The first kind is the members: a page always has one.
        var said = content is not null && Kinds.All.Skip(1).Any(entry => entry.Count(content) > 0);
        return said
            ? new Importable($"the member page of {content!.Members[0].Name}", content, content.Members[0].Name, [.. Kinds.All.Where(kind => kind.Count(content) > 0)])
            {
                Merge = new Merge(Origin.Page, content.Members[0].Name, now),
            }
            : Nothing(name, "a member page without content", "holds no commitments, resources, tables or posts that could be read", problems);
    }

    private static async Task<string?> DecodeAsync(string path, string name, ICollection<Problem> problems, CancellationToken cancellationToken) =>
        await BytesAsync(path, name, problems, cancellationToken) is { } bytes ? Decode(bytes, name, problems) : null;

    private static async Task<byte[]?> BytesAsync(string path, string name, ICollection<Problem> problems, CancellationToken cancellationToken)
    {
        if (new FileInfo(path).Length > Download.LargestFile)
        {
            problems.Add(new Problem(name, 0, $"is larger than {Download.LargestFile / 1024 / 1024} MB"));
            return null;
        }

        return await File.ReadAllBytesAsync(path, cancellationToken);
    }

    private static string? Decode(byte[] bytes, string name, ICollection<Problem> problems)
    {
        var text = TextDecoder.Read(bytes, name, problems);
        if (text is null)
        {
            problems.Add(new Problem(name, 0, $"is not a text file. {SourceKind.Expected}"));
        }

        return text;
    }

    private static Importable Export(ExportTable table, string name, DateTimeOffset now, Action recognised, ICollection<Problem> problems)
    {
        recognised();
        return new("OGP's commitments export", ExportReader.Read(table, name, now, problems), null, [Commitments.Kind]) { Merge = new Merge(Origin.Export, null, now) };
    }

    private static Importable Exchange(CatalogContent content, IReadOnlyList<Kind> kinds) =>
        new("exchange files", kinds.Any(kind => kind.Count(content) > 0) ? content : null, null, kinds);

    private static Importable Nothing(string name, string found, string reason, ICollection<Problem> problems)
    {
        problems.Add(new Problem(name, 0, reason));
        return new Importable(found, null, null, []);
    }
}
