declare module 'v-annotator' {
  import type { Component } from 'vue'
  const component: Component
  export default component
}
