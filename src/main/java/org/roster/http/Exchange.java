package org.roster.http;

import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Caller;
import org.roster.caller.Source;
import org.roster.limit.Allowance;

/** What is known of the request at hand: its contract from the first moment, its caller once authenticated. */
@RequestScoped
public class Exchange {

    private @Nullable Contract contract;
    private @Nullable Caller caller;
    private @Nullable Supplier<Caller> anew;
    private String requestId = "";
    private boolean authorization;
    private String origin = "";
    private String address = "";
    private @Nullable String oneTimeCode;
    private @Nullable String hostTenant;
    private @Nullable Failure failure;
    private List<Allowance> allowances = List.of();
    private long began;

    public @Nullable Contract contract() {
        return contract;
    }

    public String requestId() {
        return requestId;
    }

    /** The scheme and host that links in the answer begin with, without a slash at the end. */
    public String origin() {
        return origin;
    }

    /** The code of the tenant that the request's host name stands for, or null. */
    public @Nullable String hostTenant() {
        return hostTenant;
    }

    /** How long the request has been with Roster, in seconds; zero for one that the server ended before. */
    public double elapsed() {
        return began == 0 ? 0 : (System.nanoTime() - began) / 1e9;
    }

    /** Whether the request carried an {@code Authorization} header. */
    public boolean authorization() {
        return authorization;
    }

    public @Nullable Caller caller() {
        return caller;
    }

    /** The authenticated caller. Only for endpoints that let nobody else in. */
    public Caller requireCaller() {
        if (caller == null) {
            throw new IllegalStateException("an endpoint without authentication asked for its caller");
        }
        return caller;
    }

    /** Where the request comes from, for a log-in. */
    public Source source() {
        return new Source(address, oneTimeCode, contract == null ? "" : contract.name(), requestId);
    }

    void begin(Route route, String id, boolean carriesAuthorization, String linksBeginWith) {
        began = System.nanoTime();
        contract = route.contract();
        hostTenant = route.tenant();
        requestId = id;
        authorization = carriesAuthorization;
        origin = linksBeginWith;
    }

    /** What the request failed with, or null. */
    public @Nullable Failure failure() {
        return failure;
    }

    void failed(Failure with) {
        failure = with;
    }

    /** What is left of the limits that the request was taken out of; empty where there are none. */
    public List<Allowance> allowances() {
        return allowances;
    }

    /** Whether the request was more than one of its limits allows. */
    boolean overLimit() {
        return allowances.stream().anyMatch(one -> !one.granted());
    }

    public void allowed(List<Allowance> left) {
        allowances = left;
    }

    void from(String clientAddress, @Nullable String code) {
        address = clientAddress;
        oneTimeCode = code;
    }

    /**
     * @param again finds the caller behind the same credential anew, also when this request is over
     */
    public void authenticated(Caller by, Supplier<Caller> again) {
        caller = by;
        anew = again;
    }

    /**
     * For an answer that goes on for long: finds the caller anew, with the rights that it has by then (R11). It throws as the
     * authentication of a request does when the credential is no longer good.
     */
    public Supplier<Caller> anew() {
        return Objects.requireNonNull(anew, "an endpoint without authentication asked for its caller");
    }
}
