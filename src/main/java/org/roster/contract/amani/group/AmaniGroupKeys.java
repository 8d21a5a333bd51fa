package org.roster.contract.amani.group;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.contract.amani.AmaniBody;
import org.roster.contract.amani.AmaniType;
import org.roster.directory.Field;
import org.roster.directory.group.Group;
import org.roster.directory.group.GroupService;
import org.roster.system.Ids;

/**
 * Finds groups by what requests call them: their number, as such or as a text, or the directory's own id. A group of
 * another company is one that does not exist.
 */
@ApplicationScoped
public class AmaniGroupKeys {

    @Inject
    GroupService groups;

    /** The group that an address names. */
    Optional<Group> of(UUID tenant, String key) {
        var number = number(key);
        return number == null
                ? Ids.parse(key).flatMap(id -> groups.byIds(tenant, List.of(id)).stream()
                        .findFirst())
                : groups.byNumbers(tenant, List.of(number)).stream().findFirst();
    }

    /** The ids of the groups that a body lists; the first that is none is noted as the member's fault. */
    public Field<Set<UUID>> read(AmaniBody body, String member, UUID tenant) {
        return body.list(member).map(items -> {
            var found = new LinkedHashSet<UUID>();
            var present = present(tenant, items);
            for (JsonNode item : items) {
                var fault = fault(item);
                var group = fault == null ? present.get(item.asText()) : null;
                if (group == null) {
                    body.refuse(
                            member,
                            fault == null ? "Invalid pk \"" + item.asText() + "\" - object does not exist." : fault);
                    break;
                }
                found.add(group);
            }
            return found;
        });
    }

    /** All of them in two queries, under the texts by which they were asked for. */
    private Map<String, UUID> present(UUID tenant, List<JsonNode> items) {
        var numbers = new LinkedHashMap<Integer, List<String>>();
        var ids = new LinkedHashMap<UUID, List<String>>();
        for (JsonNode item : items) {
            var text = item.asText();
            var number = number(text);
            if (number != null) {
                numbers.computeIfAbsent(number, any -> new ArrayList<>()).add(text);
            } else {
                Ids.parse(text).ifPresent(id -> ids.computeIfAbsent(id, any -> new ArrayList<>())
                        .add(text));
            }
        }
        var present = new LinkedHashMap<String, UUID>();
        groups.byNumbers(tenant, numbers.keySet()).forEach(group -> numbers.getOrDefault(group.number(), List.of())
                .forEach(text -> present.put(text, group.id())));
        groups.byIds(tenant, ids.keySet()).forEach(group -> ids.getOrDefault(group.id(), List.of())
                .forEach(text -> present.put(text, group.id())));
        return present;
    }

    /** What is wrong with the form of a key, or null. */
    private static @Nullable String fault(JsonNode item) {
        if (item.isNull()) {
            return "This field may not be null.";
        }
        boolean formed = item.isIntegralNumber()
                || item.isTextual() && (item.textValue().matches("[0-9]{1,18}") || isId(item.textValue()));
        return formed ? null : "Incorrect type. Expected pk value, received " + AmaniType.of(item) + '.';
    }

    private static boolean isId(String text) {
        return Ids.parse(text).isPresent();
    }

    private static @Nullable Integer number(String text) {
        if (!text.matches("[0-9]{1,10}")) {
            return null;
        }
        long number = Long.parseLong(text);
        return number > Integer.MAX_VALUE ? null : (int) number;
    }
}
