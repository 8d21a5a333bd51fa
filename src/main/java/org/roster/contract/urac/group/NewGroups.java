package org.roster.contract.urac.group;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.roster.caller.Caller;
import org.roster.contract.urac.UracTenantRef;
import org.roster.contract.urac.UracTenants;
import org.roster.contract.urac.input.Taken;
import org.roster.directory.group.GroupService;
import org.roster.directory.group.NewGroup;
import org.roster.directory.tenant.TenantService;

/** Groups as release 4.1.24 has them made: packages by product, and environments by name. */
@ApplicationScoped
class NewGroups {

    static final String CODE = "code: body.code; required; string fmt=alphanumeric maxLength=20";
    static final String NAME = "name: body.name; required; string";
    static final String DESCRIPTION = "description: body.description; required; string";
    static final String ENVIRONMENTS =
            "environments: body.environments; optional; array minItems=1 of string ^([A-Za-z]+)$";
    static final String LOCKED = "locked: body.locked; optional; boolean";
    static final String TENANT = "tenant: body.tenant; required; object {id: string, code: string} req[id,code]";

    private static final String OF_PRODUCTS =
            "array minItems=1 of object" + " {product: string, packages: array minItems=1 of string}";

    static final String PACKAGES_REQUIRED =
            "packages: body.packages; required; " + OF_PRODUCTS + " req[product,packages] closed";
    static final String PACKAGES = "packages: body.packages; optional; " + OF_PRODUCTS + " closed";

    /** The rule of each group of a list. */
    static final String EACH = "object {code*: string fmt=alphanumeric maxLength=20, name*: string,"
            + " description*: string, packages*: " + OF_PRODUCTS + ", locked: boolean}";

    @Inject
    UracTenants tenants;

    @Inject
    TenantService directory;

    @Inject
    GroupService groups;

    /** The tenant that a request names. */
    UUID tenant(Caller caller, Taken in) {
        var named = Objects.requireNonNull(in.part("tenant"));
        return tenants.named(caller, named.text("id"), named.text("code")).id();
    }

    UracGroup add(Caller caller, UUID tenant, Taken in) {
        var group = groups.add(caller, wish(tenant, in));
        return UracGroup.of(group, UracTenantRef.of(directory.byId(tenant).orElseThrow()));
    }

    List<UracGroup> addAll(Caller caller, UUID tenant, List<Taken> several) {
        var ref = UracTenantRef.of(directory.byId(tenant).orElseThrow());
        var wishes = several.stream().map(in -> wish(tenant, in)).toList();
        return groups.addAll(caller, wishes).stream()
                .map(group -> UracGroup.of(group, ref))
                .toList();
    }

    /** What is kept with a group once a request's packages and environments are in its config. */
    static Map<String, Object> allowing(Map<String, Object> extras, Taken in) {
        var config = UracGroup.config(extras);
        var environments = part(config, UracGroup.ENVIRONMENTS);
        in.texts("environments").forEach(name -> environments.put(name.toUpperCase(Locale.ROOT), Map.of()));
        var packages = part(config, UracGroup.PACKAGES);
        in.parts("packages").forEach(one -> packages.put(one.text("product"), List.copyOf(one.texts("packages"))));
        config.put(UracGroup.ENVIRONMENTS, environments);
        config.put(UracGroup.PACKAGES, packages);
        return UracGroup.kept(extras, config);
    }

    private static NewGroup wish(UUID tenant, Taken in) {
        return new NewGroup(tenant, in.text("name"), in.text("code"), in.text("description"), Set.of(), null, Map.of())
                .withExtras(allowing(Map.of(), in));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> config, String name) {
        return config.get(name) instanceof Map<?, ?> present
                ? new LinkedHashMap<>((Map<String, Object>) present)
                : new LinkedHashMap<>();
    }
}
