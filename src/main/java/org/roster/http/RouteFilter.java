package org.roster.http;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.ext.Provider;
import org.roster.trace.Span;

/** Tells the span of the request, if there is one, which route it has taken. */
@Provider
@Priority(1)
public class RouteFilter implements ContainerRequestFilter {

    @Inject
    RequestTrace trace;

    @Context
    ResourceInfo resource;

    @Context
    HttpServletRequest servlet;

    @Override
    public void filter(ContainerRequestContext request) {
        if (servlet.getAttribute(RequestTrace.SPAN) instanceof Span span) {
            trace.routed(span, request.getMethod(), resource.getResourceClass(), resource.getResourceMethod());
        }
    }
}
