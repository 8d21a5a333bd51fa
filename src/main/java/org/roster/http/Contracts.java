package org.roster.http;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All contracts of this Roster, and the one decision which of them a request speaks. It is made from the address, the
 * host and the kind of credential, before anything is matched, and never from a body.
 */
@ApplicationScoped
public class Contracts {

    @Inject
    @Any
    Instance<Contract> found;

    @Inject
    MappedHosts hosts;

    private List<Contract> byLongestBase = List.of();

    @PostConstruct
    void find() {
        take(found.stream().toList());
    }

    void take(List<Contract> contracts) {
        byLongestBase = contracts.stream()
                .sorted(Comparator.comparingInt(
                                (Contract contract) -> contract.base().length())
                        .reversed())
                .toList();
        for (var mapped : hosts.all()) {
            if (mapped.contract() != null && named(mapped.contract()).isEmpty()) {
                throw new IllegalStateException(
                        "ROSTER_CONTRACT_HOSTS: there is no contract '" + mapped.contract() + "'");
            }
        }
    }

    public List<Contract> all() {
        return byLongestBase;
    }

    /**
     * Where a request goes: to the contract whose mount its path is under; else to the one that its host was given to;
     * else to the one with the best claim to the bare address; else to the one whose base is {@code /}.
     *
     * @param rawPath the path as it is encoded in the request
     * @param host the Host header, or null
     * @param authorization the Authorization header, or null
     */
    public Route route(String rawPath, @Nullable String host, @Nullable String authorization) {
        var raw = rawPath.startsWith("/") ? rawPath : '/' + rawPath;
        var path = decoded(raw);
        var mapped = hosts.of(host);
        var tenant = mapped == null ? null : mapped.tenant();
        var chosen =
                byLongestBase.stream().filter(contract -> contract.claims(path)).findFirst();
        var ofHost = mapped == null ? Optional.<Contract>empty() : named(mapped.contract());
        if (chosen.isEmpty()) {
            chosen = ofHost.or(() -> bare(path, authorization)).or(this::fallback);
        }
        var contract = chosen.orElseThrow(() -> new IllegalStateException("no contract has the base /"));
        return new Route(contract, contract.mounted(raw), tenant, ofHost.equals(chosen));
    }

    private Optional<Contract> named(@Nullable String name) {
        return byLongestBase.stream()
                .filter(contract -> contract.name().equals(name))
                .findFirst();
    }

    private Optional<Contract> bare(String path, @Nullable String authorization) {
        boolean basic = authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6);
        return Stream.of(Claim.values())
                .map(claim -> byLongestBase.stream()
                        .filter(contract ->
                                claim == contract.claimsBare(path, basic).orElse(null))
                        .findFirst()
                        .orElse(null))
                .filter(Objects::nonNull)
                .findFirst();
    }

    private Optional<Contract> fallback() {
        return byLongestBase.stream()
                .filter(contract -> contract.base().equals("/"))
                .findFirst();
    }

    private static String decoded(String raw) {
        try {
            return raw.indexOf('%') < 0 ? raw : URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return raw;
        }
    }
}
