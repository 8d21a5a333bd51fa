package org.roster.contract.roster.history;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;
import org.roster.contract.roster.Query;
import org.roster.directory.tenant.TenantService;
import org.roster.history.HistoryService;
import org.roster.http.Exchange;
import org.roster.refusal.Reason;
import org.roster.refusal.Refusal;

/** Reads the history of a user or of a group out of a request's parameters. */
@ApplicationScoped
public class Histories {

    @Inject
    HistoryService history;

    @Inject
    TenantService tenants;

    @Inject
    Exchange exchange;

    /**
     * What a list is asked for by.
     *
     * @param tenant as claimed in the query
     * @param order {@code asc} or {@code desc}
     */
    public record Asked(
            @Nullable String tenant,
            @Nullable String order,
            @Nullable String limit,
            @Nullable String cursor) {}

    /**
     * A page of what happened to one of a kind.
     *
     * @param unknown the reason for one that never was
     * @throws Refusal with that reason
     */
    public HistoryPage page(String kind, String id, Reason unknown, Asked asked) {
        var caller = exchange.requireCaller();
        var page = history.events(
                caller,
                tenants.resolve(caller, asked.tenant()),
                kind,
                Query.pathId(id, unknown),
                Query.newestFirst(asked.order()),
                asked.cursor(),
                Query.limit(asked.limit()));
        if (page.items().isEmpty() && asked.cursor() == null) {
            throw Query.absent(unknown);
        }
        return HistoryPage.of(page);
    }
}
