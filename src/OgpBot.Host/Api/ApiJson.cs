using System.Text.Json.Serialization;
using OgpBot.Host.Operations;

namespace OgpBot.Host.Api;

/// <summary>Everything that the API reads and writes, by generated code. No member may come twice, so that nobody is misread.</summary>
[JsonSourceGenerationOptions(System.Text.Json.JsonSerializerDefaults.Web, AllowDuplicateProperties = false)]
[JsonSerializable(typeof(ChatRequest))]
[JsonSerializable(typeof(ChatReply))]
[JsonSerializable(typeof(RecordPage<CommitmentRecord>))]
[JsonSerializable(typeof(RecordPage<ResourceRecord>))]
[JsonSerializable(typeof(RecordPage<PlanRecord>))]
[JsonSerializable(typeof(RecordPage<MemberRecord>))]
[JsonSerializable(typeof(Readiness))]
internal sealed partial class ApiJson : JsonSerializerContext;
