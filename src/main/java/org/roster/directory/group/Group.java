package org.roster.directory.group;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.roster.caller.Scopes;
import org.roster.constraint.Names;
import org.roster.persistence.JsonConverter;
import org.roster.persistence.OptionalUuidConverter;
import org.roster.persistence.Stored;
import org.roster.system.Ids;

/** A set of users with the permissions that its members have. Other systems call it a role. */
@Entity(name = "UserGroup") // "group" is a word of the query language
@Table(name = "user_group")
public class Group extends Stored {

    @Column(name = "tenant_id", nullable = false, updatable = false)
    private UUID tenantId;

    @Column(nullable = false, length = 128)
    private String code;

    @Column(name = "code_key", nullable = false, length = 128)
    private String codeKey;

    @Column(nullable = false, length = 128)
    private String name;

    @Column(name = "name_key", nullable = false, length = 128)
    private String nameKey;

    @Column(length = 1000)
    private @Nullable String description;

    @Enumerated(EnumType.STRING)
    @Column(nullable = false, length = 16)
    private GroupStatus status;

    @Convert(converter = OptionalUuidConverter.class)
    @Column(name = "application_id", updatable = false)
    private @Nullable UUID applicationId;

    @Column(nullable = false)
    private String permissions;

    @Column(name = "object_id", length = 24, updatable = false)
    private @Nullable String objectId;

    @Column(name = "group_number", nullable = false, updatable = false)
    private int number;

    @Convert(converter = JsonConverter.class)
    private Map<String, Object> extras = new LinkedHashMap<>();

    @Convert(converter = JsonConverter.class)
    @Column(name = "custom_data")
    private Map<String, Object> customData = new LinkedHashMap<>();

    /** For JPA. */
    protected Group() {}

    Group(UUID id, NewGroup request, String code, int number, Instant now) {
        super(id, now);
        this.objectId = Ids.keptObjectId(id);
        this.number = number;
        this.extras = new LinkedHashMap<>(request.extras());
        this.tenantId = request.tenant();
        this.description = request.description();
        this.status = request.status();
        this.applicationId = request.application();
        this.permissions = Scopes.join(request.permissions());
        this.customData = new LinkedHashMap<>(request.customData());
        call(request.name());
        code(code);
    }

    public UUID tenantId() {
        return tenantId;
    }

    /** Its id for clients that know ids of 24 hexadecimal digits. */
    public String objectId() {
        return objectId == null ? Ids.objectId(id()) : objectId;
    }

    /** Its id for clients that count: unique in the tenant and never given twice. */
    public int number() {
        return number;
    }

    public String code() {
        return code;
    }

    public String name() {
        return name;
    }

    public @Nullable String description() {
        return description;
    }

    public GroupStatus status() {
        return status;
    }

    public @Nullable UUID applicationId() {
        return applicationId;
    }

    /** The permissions that its members have while it is active. */
    public Set<String> permissions() {
        return Scopes.split(permissions);
    }

    /** About how many bytes its row is. */
    long weight() {
        return weight(customData, extras) + permissions.length();
    }

    public Map<String, Object> customData() {
        return new LinkedHashMap<>(customData);
    }

    /** Members that one contract keeps with a group and no other shows. */
    public Map<String, Object> extras() {
        return new LinkedHashMap<>(extras);
    }

    void change(GroupChange change, Instant now) {
        change.name.ifValue(this::call);
        change.code.ifValue(this::code);
        description = change.description.or(description);
        status = change.status.orElse(status);
        change.permissions.ifValue(given -> permissions = Scopes.join(given));
        if (change.customData.given()) {
            customData = new LinkedHashMap<>(change.customData.orElse(Map.of()));
        }
        if (change.extras.given()) {
            extras = new LinkedHashMap<>(change.extras.orElse(Map.of()));
        }
        touched(now);
    }

    /** Gives a permission that it carries another name. */
    void renamePermission(String old, String renamed, Instant now) {
        var words = new LinkedHashSet<>(permissions());
        words.remove(old);
        words.add(renamed);
        permissions = Scopes.join(words);
        touched(now);
    }

    private void call(String newName) {
        name = newName;
        nameKey = Names.fold(newName);
    }

    private void code(String newCode) {
        code = newCode;
        codeKey = Names.fold(newCode);
    }
}
