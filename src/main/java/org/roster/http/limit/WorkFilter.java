package org.roster.http.limit;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import java.io.IOException;
import org.roster.limit.Shares;
import org.roster.limit.Weights;

/** Counts what is being worked on. An answer that goes on for long, a stream, is not worked on once it has begun. */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class WorkFilter implements Filter {

    @Inject
    Shares shares;

    @Inject
    Weights weights;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        shares.begin();
        weights.begin();
        try {
            chain.doFilter(request, response);
        } finally {
            weights.end();
            shares.end();
        }
    }
}
