package org.roster.contract.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.directory.account.TokenHolder;
import org.roster.directory.account.TokenHolderService;
import org.roster.directory.tenant.Tenant;
import org.roster.directory.tenant.TenantService;
import org.roster.http.Exchange;
import org.roster.system.PublicAddress;

/** Begins pages for the request at hand: in its reader's language, and for its tenant. */
@ApplicationScoped
class AccountPages {

    /** One answer for a token that is over, used or for another step, so that nothing is told of it but whose it was. */
    private static final int GONE = 410;

    @Inject
    HttpServletRequest request;

    @Inject
    Exchange exchange;

    @Inject
    TenantService tenants;

    @Inject
    TokenHolderService holders;

    @Inject
    PublicAddress publicAddress;

    /** A page that asks nothing of the directory. */
    AccountPage bare() {
        return new AccountPage(accepted(), Place.ROSTER, base());
    }

    /** A page for whoever has come with a token. */
    AccountPage of(TokenHolder holder) {
        return new AccountPage(Language.of(holder.locale()).orElseGet(this::accepted), Place.of(holder), base());
    }

    /** A page for somebody of whom nothing is known but, perhaps, which tenant it is about. */
    AccountPage of(UUID tenant) {
        return new AccountPage(accepted(), tenants.byId(tenant).map(Place::of).orElse(Place.ROSTER), base());
    }

    /** A page that says something and asks for nothing. */
    static Response message(AccountPage page, int status, String key) {
        return page.say("title", key + "_title").say("lead", key + "_lead").answer(status, "message");
    }

    /**
     * The token is good no more, but there is a way on: in the tenant that it was for, else the one that is claimed.
     *
     * @param claim the code of a tenant, or null
     */
    Response gone(String token, @Nullable String claim) {
        return gone(holders.tenantCode(token).orElse(claim));
    }

    /** The same for a token that is of this tenant. */
    Response gone(@Nullable String claim) {
        var page = of(tenant(claim));
        var query = claim == null || claim.isEmpty() || claim.equals(Tenant.DEFAULT_CODE)
                ? ""
                : "?tenant=" + URLEncoder.encode(claim, StandardCharsets.UTF_8);
        page.with("way", base() + "/account/forgotten" + query)
                .say("wayText", "gone_way")
                .say("more", "gone_more");
        return message(page, GONE, "gone");
    }

    /** The same where the way on begins elsewhere. */
    Response goneForEmail(String token) {
        var tenant = tenant(holders.tenantCode(token).orElse(null));
        return message(of(tenant).say("more", "gone_more_email"), GONE, "gone");
    }

    /**
     * The tenant of somebody who has no token: the host's, else the one that the link names, else the default one. The name
     * is a claim which page to show, and opens nothing.
     */
    UUID tenant(@Nullable String claim) {
        var host = exchange.hostTenant();
        return tenants.unauthenticated(host == null ? claim : host);
    }

    /** Roster itself, since whoever holds the token has no rights but this one. */
    Caller acting(UUID tenant) {
        return Caller.system(tenant, exchange.source());
    }

    private Language accepted() {
        return Language.accepted(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE));
    }

    private String base() {
        var path = URI.create(publicAddress.url()).getPath();
        // A host name that was given to a contract has no path before it.
        return path == null || !exchange.origin().equals(publicAddress.url()) ? "" : path;
    }
}
