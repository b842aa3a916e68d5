# Two stages: dependencies from the lock file without scripts, then a small image that runs as nobody
# in particular. Node strips the types itself: there is nothing to build.
FROM node:26-slim AS dependencies
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci --omit=dev --omit=optional --ignore-scripts

FROM node:26-slim
ENV NODE_ENV=production WIREBRIEF_DATA=/app/data PORT=8080
WORKDIR /app
COPY --from=dependencies /app/node_modules ./node_modules
COPY package.json LICENSE ./
COPY src ./src
COPY prompts ./prompts
COPY config ./config
RUN mkdir data && chown node:node data
USER node
VOLUME /app/data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:'+process.env.PORT+'/healthz').then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
# node itself is process 1 and hears SIGTERM: posts under way are finished, then it ends with 0.
# The small nursery keeps an idle bot some 20 MB smaller.
CMD ["node", "--max-semi-space-size=1", "--import", "./src/compile-cache.js", "src/main.ts", "start"]
