package org.roster.http;

import jakarta.inject.Inject;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Comparator;

/** Hands broken constraints to the contract that was called, named by the members of the request that broke them. */
@Provider
public class ConstraintViolationMapper implements ExceptionMapper<ConstraintViolationException> {

    @Inject
    Failures failures;

    @Context
    UriInfo uri;

    @Context
    Request request;

    @Override
    public Response toResponse(ConstraintViolationException exception) {
        var violations = exception.getConstraintViolations().stream()
                .map(one -> new Failure.Violation(field(one), one.getMessage()))
                .sorted(Comparator.comparing(Failure.Violation::field).thenComparing(Failure.Violation::message))
                .toList();
        return failures.render(Failure.invalid(violations), request.getMethod(), uri.getPath());
    }

    /** The path below the method and its parameter; a plain parameter is named by itself. */
    private static String field(ConstraintViolation<?> violation) {
        var field = new StringBuilder();
        String parameter = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.PARAMETER) {
                parameter = node.getName();
            } else if (node.getKind() != ElementKind.METHOD) {
                if (!field.isEmpty() && node.getName() != null) {
                    field.append('.');
                }
                field.append(node);
            }
        }
        return field.isEmpty() ? parameter : field.toString();
    }
}
