package org.roster.http;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** All contracts of this Roster. */
@ApplicationScoped
public class Contracts {

    @Inject
    @Any
    Instance<Contract> found;

    private List<Contract> byLongestBase = List.of();

    @PostConstruct
    void sort() {
        byLongestBase = found.stream()
                .sorted(Comparator.comparingInt(
                                (Contract contract) -> contract.base().length())
                        .reversed())
                .toList();
    }

    public List<Contract> all() {
        return byLongestBase;
    }

    /** The contract that speaks for a path. One of them has the base {@code /} and takes what no other claims. */
    public Contract of(String path) {
        return byLongestBase.stream()
                .filter(contract -> contract.claims(path))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no contract has the base /"));
    }
}
