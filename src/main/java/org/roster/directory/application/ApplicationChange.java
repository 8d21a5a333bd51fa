package org.roster.directory.application;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.roster.directory.Field;

/**
 * What is to change about an application. Nothing changes that is not set here; each method sets one thing. Its client
 * identifier stays.
 */
public final class ApplicationChange {

    Field<String> name = Field.absent();
    Field<String> description = Field.absent();
    Field<ApplicationStatus> status = Field.absent();
    Field<Set<GrantType>> grantTypes = Field.absent();
    Field<Set<String>> scopes = Field.absent();
    Field<List<String>> redirectUris = Field.absent();
    Field<Integer> accessTokenSeconds = Field.absent();
    Field<Boolean> selfRegistration = Field.absent();
    Field<Map<String, Object>> customData = Field.absent();
    Field<Map<String, Object>> extras = Field.absent();

    public ApplicationChange name(Field<String> value) {
        this.name = value;
        return this;
    }

    public ApplicationChange description(Field<String> value) {
        this.description = value;
        return this;
    }

    public ApplicationChange status(Field<ApplicationStatus> value) {
        this.status = value;
        return this;
    }

    public ApplicationChange grantTypes(Field<Set<GrantType>> value) {
        this.grantTypes = value;
        return this;
    }

    /** All scopes that its tokens may carry. */
    public ApplicationChange scopes(Field<Set<String>> value) {
        this.scopes = value;
        return this;
    }

    public ApplicationChange redirectUris(Field<List<String>> value) {
        this.redirectUris = value;
        return this;
    }

    public ApplicationChange accessTokenSeconds(Field<Integer> value) {
        this.accessTokenSeconds = value;
        return this;
    }

    public ApplicationChange selfRegistration(Field<Boolean> value) {
        this.selfRegistration = value;
        return this;
    }

    public ApplicationChange customData(Field<Map<String, Object>> value) {
        this.customData = value;
        return this;
    }

    /** Members that one contract keeps with an application and no other shows. */
    public ApplicationChange extras(Field<Map<String, Object>> value) {
        this.extras = value;
        return this;
    }
}
