using CsCheck;
using Dapper;
using Microsoft.Data.Sqlite;
using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Storage;

namespace OgpBot.Tests.Delivery;

/// <summary>The rows of inbox and outbox under any order of events, against a few lines that say what should be.</summary>
public sealed class DeliveryModelTests
{
    private static readonly Gen<Step> Steps = Gen.Select(Gen.Enum<Event>(), Gen.Int[0, 5], (happens, which) => new Step(happens, which));

    private enum Event
    {
        Deliver,
        Duplicate,
        Twin,
        Retry,
        Answer,
        AnswerAtOnce,
        Begin,
        SendOk,
        SendRefused,
        SendLater,
        SendUnknown,
        Crash,
        CrashBeforeCommit,
        LeaseExpiry,
        Replay,
    }

    [Fact]
    public void Whatever_happens_in_whatever_order_each_message_is_answered_once_or_flagged()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        foreach (var migration in Schema.Bot.Migrations)
        {
            connection.Execute(migration);
        }

        using var prepared = new PreparedStatements(connection);
        Steps.Array[0, 60].Sample(
            steps =>
            {
                connection.Execute("delete from inbox; delete from outbox; delete from delivery_key");
                var run = new DeliveryRun(connection, prepared);
                foreach (var step in steps)
                {
                    run.Do(step.Happens, step.Which);
                    run.Compare();
                }

                run.End();
            },
            iter: 10_000,
            threads: 1);
    }

    private sealed record Step(Event Happens, int Which);

    /// <summary>What should be, beside what is.</summary>
    private sealed class DeliveryRun(SqliteConnection connection, PreparedStatements prepared)
    {
        private readonly Dictionary<int, Expected> expected = [];
        private Leaseholder holder = Leaseholder.New();
        private long now = 1_000_000;
        private Dictionary<int, InboxItem> asked = [];
        private Dictionary<int, OutboxItem> replies = [];

        public void Do(Event happens, int which)
        {
            now += 10;
            switch (happens)
            {
                case Event.Deliver or Event.Duplicate:
                    Deliver(which, $"event-{which}");
                    break;
                case Event.Twin:
                    Deliver(which, $"twin-{which}");
                    break;
                case Event.Retry when asked.TryGetValue(which, out var item):
                    asked[which] = item with { Tries = item.Tries + 1, DueAt = now + 500 };
                    Assert.True(Commit(transaction => InboxTable.PutOff(transaction, asked[which], holder)));
                    break;
                case Event.Answer when asked.Remove(which, out var item):
                    replies[which] = Commit(transaction =>
                    {
                        Assert.True(InboxTable.Close(transaction, item.Id, holder, now));
                        return OutboxTable.Insert(transaction, OutboxDraft.Of(Outgoing(which), "place"), holder, now);
                    });
                    expected[which].State = "pending";
                    break;
                case Event.AnswerAtOnce when asked.Remove(which, out var item):
                    // Its turn is taken: closed, answered and begun in one.
                    replies[which] = Commit(transaction =>
                    {
                        Assert.True(InboxTable.Close(transaction, item.Id, holder, now));
                        return OutboxTable.Insert(transaction, OutboxDraft.Of(Outgoing(which), "place"), holder, now, new Turn());
                    }) with
                    { Attempt = 1 };
                    expected[which].State = "sending";
                    break;
                case Event.Begin when replies.TryGetValue(which, out var reply) && expected[which].State == "pending":
                    replies[which] = reply with { Attempt = reply.Attempt + 1 };
                    Assert.True(Commit(transaction => OutboxTable.Begin(transaction, replies[which], holder, now)));
                    expected[which].State = "sending";
                    break;
                case Event.SendLater when replies.TryGetValue(which, out var reply) && expected[which].State == "sending":
                    Assert.True(Commit(transaction => OutboxTable.PutOff(transaction, reply, "429", holder)));
                    expected[which].State = "pending";
                    break;
                case Event.SendOk:
                    Finish(which, OutboxEnd.Sent("id"));
                    break;
                case Event.SendRefused:
                    Finish(which, OutboxEnd.Failed("no"));
                    break;
                case Event.SendUnknown:
                    Finish(which, OutboxEnd.Unknown("timeout"));
                    break;
                case Event.Crash:
                    Restart(all: true);
                    break;
                case Event.CrashBeforeCommit:
                    CrashBeforeCommit(which);
                    break;
                case Event.LeaseExpiry:
                    Expire();
                    break;
                case Event.Replay when expected.TryGetValue(which, out var flagged) && flagged.State is "failed" or "unknown":
                    connection.Execute("update outbox set state = 'pending', attempt = 0, owner = null, lease_until = 0, ended_at = null where conversation = @which", new { which = $"c{which}" });
                    flagged.State = "pending";
                    flagged.Replayed = true;
                    Sweep();
                    break;
                default:
                    break;
            }
        }

        public void Compare()
        {
            var rows = connection.Query<(string Conversation, string State)>(
                "select conversation, 'asked' from inbox where state = 'pending' union all select conversation, state from outbox").ToDictionary(row => row.Conversation, row => row.State);
            Assert.Equal(expected.ToDictionary(one => $"c{one.Key}", one => one.Value.State), rows);
            Assert.All(expected.Values, one => Assert.True(one.Arrived <= 1 || one.Replayed, "said twice"));
        }

        /// <summary>After a last restart everything that is not settled is in hand again.</summary>
        public void End()
        {
            Restart(all: true);
            Compare();
            Assert.Equal(expected.Where(one => one.Value.State == "asked").Select(one => one.Key).Order(), asked.Keys.Order());
            Assert.Equal(expected.Where(one => one.Value.State == "pending").Select(one => one.Key).Order(), replies.Keys.Order());
            Assert.DoesNotContain(expected.Values, one => one.State == "sending");
        }

        private void Deliver(int which, string key)
        {
            var stored = Commit(transaction => Accept(transaction, which, key));
            Assert.Equal(stored is not null, expected.TryAdd(which, new()));
            if (stored is not null)
            {
                asked[which] = stored;
            }
        }

        private InboxItem? Accept(StateTransaction transaction, int which, string key)
        {
            var message = new Incoming(new Utterance("PE0062", Address(which)), [key, $"place+{which}"], "{}");
            return DedupKeys.Claim(transaction, DedupKeys.Of("platform", message.Keys), now) ? InboxTable.Insert(transaction, message, holder, now) : null;
        }

        private void Finish(int which, OutboxEnd end)
        {
            if (!replies.TryGetValue(which, out var reply) || expected[which].State != "sending")
            {
                return;
            }

            expected[which].Arrived += end.State == "sent" ? 1 : 0;
            Assert.True(Commit(transaction => OutboxTable.End(transaction, reply, end, holder, now)));
            expected[which].State = end.State;
            replies.Remove(which);
        }

        /// <summary>The process dies with the transaction open: as if it had not begun.</summary>
        private void CrashBeforeCommit(int which)
        {
            using (var transaction = new StateTransaction(prepared))
            {
                Accept(transaction, which, $"event-{which}");
            }

            Restart(all: true);
        }

        /// <summary>The process was suspended for longer than its leases: another took over, and the late one must not write.</summary>
        private void Expire()
        {
            var late = holder;
            var (lateAsked, lateReplies) = (asked, replies);
            now += (long)Leaseholder.Lease.TotalMilliseconds + 1;
            Restart(all: false);
            Assert.All(lateAsked.Values, item => Assert.False(Commit(transaction => InboxTable.Close(transaction, item.Id, late, now))));
            Assert.All(lateReplies.Values, reply => Assert.False(Commit(transaction => OutboxTable.Begin(transaction, reply with { Attempt = reply.Attempt + 1 }, late, now))));
            Assert.All(lateReplies.Values, reply => Assert.False(Commit(transaction => OutboxTable.End(transaction, reply, OutboxEnd.Sent("late"), late, now))));
        }

        private void Restart(bool all)
        {
            holder = Leaseholder.New();
            (asked, replies) = ([], []);
            Sweep(all);
        }

        private void Sweep(bool all = false)
        {
            foreach (var item in Commit(transaction => InboxTable.Recover(transaction, holder, all, 100, now)))
            {
                asked[Which(item.Message.Utterance.Address)] = item;
            }

            foreach (var reply in Commit(transaction => OutboxTable.Recover(transaction, holder, all, 100, now)))
            {
                var which = Which(reply.Message.Address);
                Assert.Equal(expected[which].State == "sending", reply.WasSending);
                if (reply.WasSending)
                {
                    // Perhaps it arrived, perhaps not: that is the end of it, told.
                    Assert.True(Commit(transaction => OutboxTable.End(transaction, reply, OutboxEnd.Unknown("died"), holder, now)));
                    expected[which].State = "unknown";
                }
                else
                {
                    replies[which] = reply;
                }
            }
        }

        private T Commit<T>(Func<StateTransaction, T> change)
        {
            using var transaction = new StateTransaction(prepared);
            var result = change(transaction);
            transaction.Commit();
            return result;
        }

        private static Address Address(int which) => new("platform", "tenant", $"c{which}");

        private static int Which(Address address) => int.Parse(address.Conversation[1..], System.Globalization.CultureInfo.InvariantCulture);

        private static Outgoing Outgoing(int which) => new(Address(which), "{}", new Reply("hello"), MessageClass.Answer);
    }

    private sealed class Expected
    {
        public string State { get; set; } = "asked";

        public int Arrived { get; set; }

        public bool Replayed { get; set; }
    }
}
